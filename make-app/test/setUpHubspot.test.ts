import { OWN_PROPERTIES } from "@hubspot-xero/shared/hubspot/ownProperties";
import { openWorld, setUp, type World } from "./hubspotWorld";
import { differences } from "./xeroWorld";

const TYPES = ["deals", "companies", "contacts"] as const;
const NAMES = {
  deals: [
    "xero_invoice_id",
    "xero_invoice_number",
    "xero_invoice_status",
    "xero_invoice_url",
    "xero_invoice_total",
    "xero_amount_paid",
    "xero_amount_due",
    "xero_amount_credited",
    "xero_due_date",
    "xero_last_payment_date",
    "xero_sync_mark",
    "xero_repeating_invoice_id",
    "xero_repeating_mark",
    "xero_invoice_request",
  ],
  companies: ["xero_contact_id"],
  contacts: ["xero_contact_id"],
};
const ALL = TYPES.flatMap((type) =>
  NAMES[type].map((name) => `${type}.${name}`),
);
const READS = TYPES.map((type) => `GET /crm/properties/${type}`);
const group = {
  name: "xero_billing",
  label: "Xero billing",
  displayOrder: -1,
};
const run = (world: World) => world.run("setUpHubspot", { confirm: true });
const refusal = (world: World, confirm: unknown = true) =>
  world.refusal("setUpHubspot", { confirm });
const writes = (world: World) =>
  world.calls().filter((call) => call.startsWith("POST"));
const namesIn = ({ sandbox }: World, type: string) =>
  (sandbox.hubspot.state.properties[type] ?? []).map(({ name }) => name);

it("looks at everything first, then creates the group and the properties of each record in one call", async () => {
  const world = await openWorld();
  const output = await run(world);
  expect(world.sent()).toEqual([
    ...READS.map((call) => ({ call })),
    ...READS.map((call) => ({ call: `${call}/groups` })),
    ...TYPES.flatMap((type) => [
      { call: `POST /crm/properties/${type}/groups`, body: group },
      {
        call: `POST /crm/properties/${type}/batch/create`,
        body: {
          inputs: OWN_PROPERTIES[type].map((definition) => ({
            groupName: "xero_billing",
            ...definition,
          })),
        },
      },
    ]),
  ]);
  expect(output).toEqual({
    message: "16 properties were created, 0 existed already.",
    createdCount: 16,
    existingCount: 0,
    created: ALL.join(", "),
  });
  expect(differences(world, "setUpHubspot", output)).toEqual([]);
  expect(namesIn(world, "0-3")).toEqual(NAMES.deals);
  expect(namesIn(world, "0-2")).toEqual(NAMES.companies);
  expect(namesIn(world, "0-1")).toEqual(NAMES.contacts);
});

it("says that HubSpot failed where a gateway answers without a body", async () => {
  const world = await openWorld();
  world.sandbox.faults.add({
    path: /companies\/batch\/create$/,
    effect: { kind: "answerAfterCommit", status: 502 },
  });
  const { message } = await refusal(world);
  expect(message).toMatch(/^HubSpot .*Run .* again/);
  await run(world);
  expect(namesIn(world, "0-2")).toEqual(NAMES.companies);
});

it("run again, it reads three lists and writes nothing", async () => {
  const world = await setUp(await openWorld());
  expect(await run(world)).toEqual({
    message: "0 properties were created, 16 existed already.",
    createdCount: 0,
    existingCount: 16,
    created: "",
  });
  expect(world.calls()).toEqual(READS);
});

it.each([0, 1, 2, 3, 4, 5])(
  "a run that broke off behind its write %i is finished by the next one",
  async (after) => {
    const world = await openWorld();
    world.sandbox.faults.add({
      method: "POST",
      after,
      effect: { kind: "dropAfterCommit" },
    });
    expect((await refusal(world)).type).toBe("ConnectionError");
    const output = await run(world);
    expect(Number(output.createdCount) + Number(output.existingCount)).toBe(16);
    expect(namesIn(world, "0-3")).toEqual(NAMES.deals);
    expect(namesIn(world, "0-1")).toEqual(NAMES.contacts);
  },
);

it("creates only what is missing; a group that is there is left alone", async () => {
  const world = await setUp(await openWorld());
  const { url, token } = world.sandbox.hubspot;
  for (const name of ["xero_due_date", "xero_sync_mark"])
    await fetch(`${url}/crm/properties/2026-09/deals/${name}`, {
      method: "DELETE",
      headers: { authorization: `Bearer ${token}` },
    });
  expect(await run(world)).toEqual({
    message: "2 properties were created, 14 existed already.",
    createdCount: 2,
    existingCount: 14,
    created: "deals.xero_due_date, deals.xero_sync_mark",
  });
  expect(world.calls()).toEqual([
    ...READS,
    "GET /crm/properties/deals/groups",
    "POST /crm/properties/deals/batch/create",
  ]);
});

it.each([
  ["deals", "xero_invoice_id"],
  ["contacts", "xero_contact_id"],
])(
  "%s whose %s allows the same value twice are refused before anything is created",
  async (type, name) => {
    const world = await openWorld();
    world.answer(`GET /crm/properties/${type}`, {
      results: [{ name, hasUniqueValue: false }],
    });
    expect(await refusal(world)).toEqual({
      type: "DataError",
      message: `HubSpot's ${type} have a property "${name}" that allows the same value twice, which cannot be changed later. Delete it in HubSpot (Settings > Properties), then run this step again.`,
    });
    expect(world.calls()).toEqual(READS);
  },
);

it("a batch of which a part was refused is no success", async () => {
  const world = await openWorld();
  const created = NAMES.deals.filter((name) => name !== "xero_due_date");
  world.answer(
    "POST /crm/properties/deals/batch/create",
    {
      results: created.map((name) => ({ name })),
      errors: [{ message: "The account has no room for more properties." }],
    },
    207,
  );
  expect(await refusal(world)).toEqual({
    type: "DataError",
    message:
      "HubSpot did not create deals.xero_due_date: The account has no room for more properties. Run this scenario again: what exists is left as it is.",
  });
  expect((await run(world)).createdCount).toBe(16);
});

it("a list that did not come is not taken for an empty one", async () => {
  const world = await openWorld();
  world.answer("GET /crm/properties/companies", { status: "busy" });
  expect(await refusal(world)).toEqual({
    type: "DataError",
    message:
      "HubSpot's answer about properties holds no list. Run this scenario again: nothing is made twice.",
  });
  expect(writes(world)).toEqual([]);
});

it("a scope that the key lacks is told", async () => {
  const world = await openWorld({ without: "crm.schemas.deals.write" });
  expect(await refusal(world)).toEqual({
    type: "InvalidConfigurationError",
    message:
      "HubSpot refused access to deals property groups: the connection lacks the scope crm.schemas.deals.write. Add it to the service key in HubSpot, or reconnect and allow it, then run this step again.",
  });
});

it("nothing is asked when the question whether to is answered with no", async () => {
  const world = await openWorld();
  expect(await refusal(world, false)).toEqual({
    type: "DataError",
    message: "No property was created: set Create the Properties to Yes.",
  });
  expect(world.calls()).toEqual([]);
});
