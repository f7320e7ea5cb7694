import { createFixedClock } from "@hubspot-xero/sandbox/clock";
import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { blueprints } from "../../../make-app/src/blueprints/blueprints";
import { templates } from "../../../zapier-app/templates/templates";
import { openMake } from "../src/make";
import { importScenario, type Choices } from "../src/scenario";
import { followClock } from "../src/simulatedTime";
import { slackOnMake } from "./slackOnMake";
import { openWorld, type World } from "./world";
import { shown } from "./zaps";

let giveBack = () => {};

afterEach(() => giveBack());

async function open(
  { sandbox }: World,
  id: string,
  choices: Choices,
  others = {},
) {
  const now = () => new Date(sandbox.clock.now());
  const make = await openMake(sandbox, now);
  return importScenario(make, id, choices, now, others);
}

async function openPayments(channel: string) {
  const world = await openWorld();
  const organisationId = world.authData["organisation_id"];
  const { invoice_id = "" } = await world.invoice(DEAL.website);
  const slack = slackOnMake("#money");
  const scenario = await open(
    world,
    "payment-to-deal-and-slack",
    {
      watchPayments: { organisationId },
      searchInvoices: { organisationId },
      CreateMessage: { channel },
    },
    slack.apps,
  );
  return { world, invoiceId: invoice_id, scenario, slack };
}

it("payment-to-deal-and-slack shows a payment on the deal and tells Slack; a reversal corrects the deal alone", async () => {
  const { world, invoiceId, scenario, slack } = await openPayments("#money");
  const { clock, xero } = world.sandbox;
  const payment = xero.person().pay(invoiceId, 3000);
  expect(await scenario.run()).toMatchObject({ status: "success" });
  expect(shown(world, DEAL.website)).toMatchObject({
    state: "part paid",
    paid: "3000.00",
    due: "4728.00",
  });
  const message = {
    channel: "#money",
    text: `Harbour & Finch Ltd paid 3000 GBP on invoice INV-0001. Still due: 4728 GBP. https://app.hubspot.com/contacts/2034521/record/0-3/${DEAL.website}`,
  };
  expect(slack.posted).toEqual([message]);
  clock.advance(60_000);
  xero.person().deletePayment(payment.PaymentID);
  expect((await scenario.run()).bundles).toHaveLength(1);
  expect(shown(world, DEAL.website)).toMatchObject({
    paid: "0.00",
    due: "7728.00",
  });
  expect(slack.posted).toEqual([message]);
});

it("payment-to-deal-and-slack shows the payment where the message cannot be sent", async () => {
  const { world, invoiceId, scenario, slack } = await openPayments("#gone");
  world.sandbox.xero.person().pay(invoiceId, 3000);
  expect(await scenario.run()).toMatchObject({
    status: "success",
    bundles: [{ status: "ignored" }],
  });
  expect(shown(world, DEAL.website)).toMatchObject({ paid: "3000.00" });
  expect(slack.posted).toEqual([]);
});

it("overdue-invoice-to-task gives the deal's owner one task on the day after the due date", async () => {
  const clock = createFixedClock(new Date("2026-11-02T09:00:00Z"));
  giveBack = followClock(clock);
  const world = await openWorld({ clock });
  const { hubspot } = world.sandbox;
  hubspot.update("deals", DEAL.website, { hubspot_owner_id: "118204533" });
  await world.invoice(DEAL.website);
  const organisationId = world.authData["organisation_id"];
  const { run } = await open(world, "overdue-invoice-to-task", {
    makeXeroApiCall: { organisationId },
    searchInvoices: { organisationId },
  });
  const tasks = () =>
    Object.values(hubspot.state.objects["0-27"] ?? {}).map(
      ({ id, properties }) => ({
        subject: properties["hs_task_subject"],
        body: properties["hs_task_body"],
        owner: properties["hubspot_owner_id"],
        deals: hubspot.state.links[`0-27/${id}`]?.map((link) => link.id),
      }),
    );
  const daysLater = async (days: number) => {
    clock.advance(days * 86_400_000);
    const { status, bundles } = await run();
    expect([status, bundles.flatMap(({ error }) => error ?? [])]).toEqual([
      "success",
      [],
    ]);
  };
  await daysLater(30);
  expect([tasks(), shown(world, DEAL.website).state]).toEqual([
    [],
    "awaiting payment",
  ]);
  await daysLater(1);
  const task = {
    subject: "Invoice INV-0001 is overdue",
    body: expect.stringMatching(/^7728 GBP were due on 2026-12-02\. https:/),
    owner: "118204533",
    deals: [DEAL.website],
  };
  expect(tasks()).toEqual([task]);
  expect(shown(world, DEAL.website)).toMatchObject({
    state: "overdue",
    due: "7728.00",
  });
  await daysLater(1);
  expect(tasks()).toEqual([task]);
});

it("every blueprint that a Zap's template names exists", () => {
  const ids = blueprints.map(({ id }) => id);
  const named = templates.flatMap(({ blueprint }) => blueprint ?? []);
  expect(named.filter((id) => !ids.includes(id))).toEqual([]);
});
