import type { MeteredCall } from "@hubspot-xero/sandbox/meter";
import { openMake } from "../src/make";
import { importScenario } from "../src/scenario";
import { openWorld } from "./world";

/** Longer than the newest changes wait in HubSpot's trigger, whose search lags. */
const ROUND = 90_000;

const writes = (calls: readonly MeteredCall[]): string[] =>
  calls
    .filter(
      ({ method, path }) =>
        method !== "GET" && !/\/(search|batch\/read)$/.test(path),
    )
    .map(({ method, path }) => `${method} ${path}`);

/** The agency with both scenarios on, from now on. */
async function openOffice() {
  const world = await openWorld({ searchLagMs: 20_000 });
  const { sandbox, authData } = world;
  const now = () => new Date(sandbox.clock.now());
  const make = await openMake(sandbox, now);
  const organisationId = authData["organisation_id"];
  const options = { organisationId, limit: 500 };
  const toXero = importScenario(
    make,
    "customer-to-contact",
    { watchHubspotCustomers: { limit: 500 }, upsertXeroContact: options },
    now,
  );
  const toHubspot = importScenario(
    make,
    "contact-to-customer",
    {
      watchXeroContacts: { ...options, customersOnly: false },
      getXeroContact: { organisationId },
      upsertXeroContact: { organisationId },
    },
    now,
  );
  const poll = async (scenario: typeof toXero) => {
    sandbox.clock.advance(ROUND);
    const { calls, result } = await sandbox.meter.during(() => scenario.run());
    const refusals = result.bundles.flatMap(({ error }) =>
      error ? [error.message] : [],
    );
    return { calls, refusals, bundles: result.bundles.length };
  };
  return {
    sandbox,
    toXero: () => poll(toXero),
    toHubspot: () => poll(toHubspot),
  };
}

type Office = Awaited<ReturnType<typeof openOffice>>;

/** Each scenario once, and once more for what the other did. */
async function round({ toXero, toHubspot }: Office, xeroFirst: boolean) {
  const order = xeroFirst
    ? [toHubspot, toXero, toHubspot]
    : [toXero, toHubspot, toXero];
  for (const poll of order) await poll();
}

const count = ({ sandbox }: Office) => ({
  contacts: sandbox.xero.books().contacts.length,
  companies: Object.keys(sandbox.hubspot.state.objects["0-2"] ?? {}).length,
});

const NAMES = ["Smith & Sons", 'Bob "The Builder"', "O'Neil", "株式会社"];

it.each([[false], [true]])(
  "both scenarios come to rest within a round, and make nobody twice (Xero's edits first: %s)",
  async (xeroFirst) => {
    const office = await openOffice();
    const { sandbox, toXero, toHubspot } = office;
    const person = sandbox.xero.person();
    await round(office, xeroFirst);
    const before = count(office);
    const ids = NAMES.map(
      (name) => sandbox.hubspot.create("companies", { name }).id,
    );
    const made = NAMES.map((name) =>
      person.createContact({
        Name: `${name} of Xero`,
        EmailAddress: "shared@acme.example",
      }),
    );
    sandbox.hubspot.create("companies", { name: "Acme Ltd" });
    sandbox.hubspot.create("companies", { name: "ACME LTD" });
    await round(office, xeroFirst);
    // One name in two cases is one contact in Xero: the second company is refused.
    expect(count(office)).toEqual({
      contacts: before.contacts + 9,
      companies: before.companies + 10,
    });
    expect(
      ids.map((id) => sandbox.hubspot.get("companies", id)?.properties),
    ).toEqual(
      NAMES.map((name): unknown =>
        expect.objectContaining({
          name,
          xero_contact_id: sandbox.xero
            .books()
            .contacts.find(({ Name }) => Name === name)?.ContactID,
        }),
      ),
    );

    sandbox.hubspot.update("companies", ids[0]!, { name: "Smith & Daughters" });
    person.editContact(made[1]!.ContactID, { Name: "Bob of Xero" });
    await round(office, xeroFirst);
    const contacts = sandbox.xero.books().contacts.map(({ Name }) => Name);
    expect(contacts).toContain("Smith & Daughters");
    expect(contacts).not.toContain("Smith & Sons");
    expect(
      Object.values(sandbox.hubspot.state.objects["0-2"] ?? {}).filter(
        ({ properties }) => properties["name"] === "Bob of Xero",
      ),
    ).toHaveLength(1);

    const rest = [await toXero(), await toHubspot()];
    expect(rest.flatMap(({ calls }) => writes(calls))).toEqual([]);
    expect(count(office)).toMatchObject({ contacts: before.contacts + 9 });
    await sandbox.close();
  },
);

it("an unchanged customer costs a read or two and no write", async () => {
  const office = await openOffice();
  const { sandbox, toXero, toHubspot } = office;
  const { id } = sandbox.hubspot.create("companies", { name: "O'Neil" });
  await round(office, false);
  await round(office, false);
  const contactId = sandbox.hubspot.get("companies", id)?.properties[
    "xero_contact_id"
  ];
  sandbox.hubspot.update("companies", id, { description: "Not in Xero" });
  const { calls, bundles } = await toXero();
  expect({ bundles, writes: writes(calls) }).toEqual({
    bundles: 1,
    writes: [],
  });
  // The search, and the contact.
  expect(calls).toHaveLength(2);
  sandbox.xero
    .person()
    .editContact(contactId ?? "", { BankAccountDetails: "12-34" });
  const back = await toHubspot();
  expect(back.bundles).toBe(1);
  expect(writes(back.calls)).toEqual([]);
  // The list, the contact and the record.
  expect(back.calls).toHaveLength(1 + 2 * back.bundles);
  await sandbox.close();
});
