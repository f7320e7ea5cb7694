import { vendors, type Reply } from "../fixtures/vendors";
import { failure, newZap, undeclared } from "../fixtures/zap";

const KEY = "set_up_hubspot";
const OBJECTS = ["deals", "companies", "contacts"] as const;
const list = (object: string) => `GET hubspot /crm/properties/${object}`;
const create = (object: string) => `POST hubspot /crm/properties/${object}`;
const group = (object: string) =>
  `POST hubspot /crm/properties/${object}/groups`;

const DEAL_PROPERTIES = [
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
];
const UNIQUE = ["xero_invoice_id", "xero_contact_id"];

const property = (name: string) => ({
  name,
  hasUniqueValue: UNIQUE.includes(name),
});
const listReply = (object: string, names: string[]): Reply => ({
  call: list(object),
  body: { results: [{ name: "dealname" }, ...names.map(property)] },
});
const groupReply = (object: string): Reply => ({
  call: group(object),
  status: 201,
});
const createReply = (object: string): Reply => ({
  call: create(object),
  status: 201,
});

it("an account without the properties gets the group and each of them, on all three records", async () => {
  const wire = vendors(
    ...OBJECTS.map((object) => listReply(object, [])),
    ...OBJECTS.map(groupReply),
    ...DEAL_PROPERTIES.map(() => createReply("deals")),
    createReply("companies"),
    createReply("contacts"),
  );
  const output = await newZap().create(KEY, { confirm: true });
  expect(wire.calls()).toEqual([
    ...OBJECTS.map(list),
    group("deals"),
    ...DEAL_PROPERTIES.map(() => create("deals")),
    group("companies"),
    create("companies"),
    group("contacts"),
    create("contacts"),
  ]);
  expect(wire.body(3)).toEqual({
    name: "xero_billing",
    label: "Xero billing",
    displayOrder: -1,
  });
  const made = wire.sent.filter(({ call }) => call === create("deals"));
  expect(made.map(({ body }) => (body as { name: string }).name)).toEqual(
    DEAL_PROPERTIES,
  );
  expect(wire.body(4)).toEqual({
    groupName: "xero_billing",
    name: "xero_invoice_id",
    label: "Xero invoice ID",
    type: "string",
    fieldType: "text",
    hasUniqueValue: true,
    description: expect.any(String),
  });
  // 14 on deals, one on companies, one on contacts
  expect(output).toEqual({
    message: "16 properties were created, 0 existed already.",
    created_count: 16,
    existing_count: 0,
    created: [
      ...DEAL_PROPERTIES.map((name) => `deals.${name}`),
      "companies.xero_contact_id",
      "contacts.xero_contact_id",
    ].join(", "),
  });
  expect(undeclared("creates", KEY, output)).toEqual([]);
});

it("an account that has them all is only looked at", async () => {
  const wire = vendors(
    listReply("deals", DEAL_PROPERTIES),
    listReply("companies", ["xero_contact_id"]),
    listReply("contacts", ["xero_contact_id"]),
  );
  expect(await newZap().create(KEY, { confirm: true })).toMatchObject({
    created_count: 0,
    existing_count: 16,
    created: "",
  });
  expect(wire.calls()).toEqual(OBJECTS.map(list));
});

it.each([false, "false", "no"])(
  "nothing is created when the question whether to is answered with %j",
  async (confirm) => {
    const wire = vendors();
    expect(await failure(newZap().create(KEY, { confirm }))).toMatchObject({
      name: "HaltedError",
      message: expect.stringContaining("No property was created"),
    });
    expect(wire.calls()).toEqual([]);
  },
);
