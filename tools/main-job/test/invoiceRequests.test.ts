import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { openMake } from "../src/make";
import { INVOICE_CHOICES } from "../src/makeJob";
import { importScenario } from "../src/scenario";
import { openWorld, type World } from "./world";

interface Requested {
  id: string;
  deal_id: string;
}

const requestOn = ({ sandbox }: World) =>
  sandbox.hubspot.get("deals", DEAL.website)?.properties[
    "xero_invoice_request"
  ] ?? "";

function ask({ sandbox }: World): void {
  sandbox.clock.advance(60_000);
  sandbox.hubspot.update("deals", DEAL.website, {
    xero_invoice_request: "create",
  });
}

/** So that the deal can be invoiced again, as docs/deal-to-invoice.md says. */
function undoInvoice({ sandbox }: World): void {
  const { InvoiceID } = sandbox.xero.books().invoices.at(-1)!;
  sandbox.xero.person().voidInvoice(InvoiceID);
  sandbox.hubspot.update("deals", DEAL.website, { xero_invoice_id: "" });
}

const approved = ({ sandbox }: World) =>
  sandbox.xero.books().invoices.map(({ Status }) => Status);

it("on Zapier a request makes one invoice and is cleared by its write-back; asked again, it makes another", async () => {
  const world = await openWorld();
  const poll = () =>
    world.zapier.run<Requested[]>("triggers", "invoice_requested", {
      authData: world.authData,
      inputData: {},
    });
  ask(world);
  const [first] = await poll();
  expect(first?.deal_id).toBe(DEAL.website);
  const { outcome } = await world.invoice(first?.deal_id ?? "");
  expect([outcome, requestOn(world)]).toEqual(["created", ""]);
  expect(await poll()).toEqual([]);
  undoInvoice(world);
  ask(world);
  const [second] = await poll();
  expect(second?.id).not.toBe(first?.id);
  await world.invoice(second?.deal_id ?? "");
  expect(approved(world)).toEqual(["VOIDED", "AUTHORISED"]);
  expect(requestOn(world)).toBe("");
});

it("on Make a request makes one invoice by the blueprint and is cleared by its write-back; asked again, it makes another", async () => {
  const world = await openWorld();
  const { sandbox } = world;
  const now = () => sandbox.clock.now();
  const make = await openMake(sandbox, now);
  const organisationId = world.authData["organisation_id"];
  const { run } = importScenario(
    make,
    "invoice-request-to-invoice",
    { createInvoiceFromDeal: { organisationId, ...INVOICE_CHOICES } },
    now,
  );
  const bundles = async () => {
    // The trigger lets HubSpot's search settle for a minute.
    sandbox.clock.advance(120_000);
    const ran = await run();
    expect(ran.bundles.flatMap(({ error }) => error ?? [])).toEqual([]);
    return ran.bundles.length;
  };
  expect(await bundles()).toBe(0);
  ask(world);
  expect(await bundles()).toBe(1);
  expect(requestOn(world)).toBe("");
  expect(await bundles()).toBe(0);
  undoInvoice(world);
  ask(world);
  expect(await bundles()).toBe(1);
  expect(approved(world)).toEqual(["VOIDED", "AUTHORISED"]);
  expect(requestOn(world)).toBe("");
});
