import { setUpHubspot } from "../../src/flows/setUpHubspot";
import { OWN_PROPERTIES } from "../../src/hubspot/ownProperties";
import { scriptedSend, type Reply } from "../scriptedSend";
import { warmContext } from "./warmContext";

const TYPES = ["deals", "companies", "contacts"] as const;
/** The names that the tables of the design promise. */
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
const UNIQUE = ["xero_invoice_id", "xero_contact_id"];
const stored = (name: string) => ({
  name,
  hasUniqueValue: UNIQUE.includes(name),
});
const list = (type: string, results: object[]): Reply => ({
  call: `GET hubspot /crm/properties/${type}`,
  body: { results },
});
const group = (type: string, status = 201): Reply => ({
  call: `POST hubspot /crm/properties/${type}/groups`,
  status,
});
const create = (type: string, status = 201): Reply => ({
  call: `POST hubspot /crm/properties/${type}`,
  status,
});
const start = async (...replies: Reply[]) => {
  const script = scriptedSend(...replies);
  return { script, result: setUpHubspot(await warmContext(script)) };
};
const all = TYPES.flatMap((type) =>
  NAMES[type].map((name) => `${type}.${name}`),
);

it("in a new account it creates the group and every property", async () => {
  const { script, result } = await start(
    ...TYPES.map((type) => list(type, [{ name: "amount" }])),
    ...TYPES.flatMap((type) => [
      group(type),
      ...NAMES[type].map(() => create(type)),
    ]),
  );
  expect(await result).toEqual({ created: all, existing: [] });
  expect(script.requests[3]?.body).toEqual({
    name: "xero_billing",
    label: "Xero billing",
    displayOrder: -1,
  });
  expect(script.requests[4]?.body).toEqual({
    groupName: "xero_billing",
    name: "xero_invoice_id",
    label: "Xero invoice ID",
    type: "string",
    fieldType: "text",
    hasUniqueValue: true,
    description: OWN_PROPERTIES.deals[0]?.description,
  });
});

it("run again, it reads three lists and writes nothing", async () => {
  const { script, result } = await start(
    ...TYPES.map((type) => list(type, NAMES[type].map(stored))),
  );
  expect(await result).toEqual({ created: [], existing: all });
  expect(script.calls).toHaveLength(3);
});

it("it creates what is missing; what was made meanwhile is no error", async () => {
  const missing = ["xero_sync_mark", "xero_invoice_request"];
  const { result } = await start(
    list(
      "deals",
      NAMES.deals.filter((name) => !missing.includes(name)).map(stored),
    ),
    group("deals", 409),
    create("deals", 201),
    create("deals", 409),
    list("companies", NAMES.companies.map(stored)),
    list("contacts", NAMES.contacts.map(stored)),
  );
  expect((await result).created).toEqual(["deals.xero_sync_mark"]);
});

it.each([
  ["deals", "xero_invoice_id"],
  ["contacts", "xero_contact_id"],
])(
  "%s whose %s allows the same value twice are refused before anything is created",
  async (object, name) => {
    const { script, result } = await start(
      ...TYPES.map((type) =>
        list(type, type === object ? [{ name, hasUniqueValue: false }] : []),
      ),
    );
    await expect(result).rejects.toMatchObject({
      kind: "validation",
      message: `HubSpot's ${object} have a property "${name}" that allows the same value twice, which cannot be changed later. Delete it in HubSpot (Settings > Properties), then run this step again.`,
    });
    expect(script.calls).toHaveLength(3);
  },
);

it("a missing scope is told as such", async () => {
  const { result } = await start({
    call: "GET hubspot /crm/properties/deals",
    status: 403,
    body: {
      errors: [
        { context: { requiredGranularScopes: ["crm.schemas.deals.read"] } },
      ],
    },
  });
  await expect(result).rejects.toMatchObject({
    kind: "permission",
    message: expect.stringContaining("crm.schemas.deals.read") as string,
  });
});
