import { openAccount } from "./account";

const DEALS = "/crm/objects/2026-09/deals";

test.each([
  ["closedate", "2026-12-31", "2026-12-31T00:00:00Z"],
  ["closedate", "1773300843846", "2026-03-12T07:34:03.846Z"],
  ["closedate", "2026-12-31T09:30:00.5+02:00", "2026-12-31T07:30:00.500Z"],
  ["amount", 12.5, "12.5"],
  ["amount", "5000.00", "5000.00"],
  ["deal_currency_code", "EUR", "EUR"],
  ["hubspot_owner_id", "88842095", "88842095"],
])("%s: %s is kept as %s", async (name, sent, kept) => {
  const { call } = openAccount();
  const created = await call("POST", DEALS, { properties: { [name]: sent } });
  expect(created.at(`properties.${name}`)).toBe(kept);
});

test.each([
  ["bogus", "1", "PROPERTY_DOESNT_EXIST", 'Property "bogus" does not exist'],
  [
    "hs_is_closed",
    "true",
    "READ_ONLY_VALUE",
    '"hs_is_closed" is a read only property; its value cannot be set.',
  ],
  ["amount", "1,000", "INVALID_INTEGER", "1,000 was not a valid number."],
  ["closedate", "tomorrow", "INVALID_LONG", "tomorrow was not a valid long."],
  [
    "closedate",
    "2026-02-30",
    "INVALID_LONG",
    "2026-02-30 was not a valid long.",
  ],
  [
    "dealtype",
    "NewBusiness",
    "INVALID_OPTION",
    "NewBusiness was not one of the allowed options: [newbusiness, existingbusiness]",
  ],
  [
    "deal_currency_code",
    "GBP",
    "INVALID_OPTION",
    "GBP was not one of the allowed options: [USD, EUR]",
  ],
  [
    "dealstage",
    "7701",
    "INVALID_OPTION",
    "7701 is not a valid pipeline stage ID. Valid options are: pipelineId=default : [appointmentscheduled, qualifiedtobuy, presentationscheduled, decisionmakerboughtin, contractsent, closedwon, closedlost]",
  ],
])("%s: %s is refused as %s", async (name, sent, code, message) => {
  const { call } = openAccount();
  const refused = await call("POST", DEALS, { properties: { [name]: sent } });
  expect(refused.status).toBe(400);
  expect(refused.at("category")).toBe("VALIDATION_ERROR");
  expect(refused.at("errors")).toEqual([
    { message, code, context: { propertyName: [name] } },
  ]);
  const text = String(refused.at("message"));
  expect(JSON.parse(text.slice(text.indexOf("[")))).toEqual([
    {
      isValid: false,
      message,
      error: code,
      name,
      localizedErrorMessage: message,
      portalId: 147893286,
    },
  ]);
});

test("every wrong property is named at once, and none is written", async () => {
  const { call, hubspot } = openAccount();
  const { id } = hubspot.create("deals", { dealname: "Website" });
  const refused = await call("PATCH", `${DEALS}/${id}`, {
    properties: { dealname: "New", amount: "x", bogus: "y" },
  });
  expect(refused.at("errors")).toHaveLength(2);
  expect(hubspot.get("deals", id)?.properties.dealname).toBe("Website");
});

test("a date must be midnight in UTC", async () => {
  const { call } = openAccount();
  const line = (value: string) =>
    call("POST", "/crm/objects/2026-09/line_items", {
      properties: { hs_recurring_billing_start_date: value },
    });
  const refused = await line("1570233033600");
  expect(refused.at("errors.0.message")).toBe(
    "1570233033600 is at 23:50:33.600 UTC, not midnight!",
  );
  const kept = await line("1767225600000");
  expect(kept.at("properties.hs_recurring_billing_start_date")).toBe(
    "2026-01-01",
  );
});

test("a semicolon in front adds to the values of a multiple choice", async () => {
  const { call, hubspot } = openAccount();
  await call("POST", "/crm/properties/2026-09/contacts", {
    name: "interests",
    label: "Interests",
    type: "enumeration",
    fieldType: "checkbox",
    groupName: "contactinformation",
    options: ["a", "b", "c"].map((value) => ({ label: value, value })),
  }).then(({ status }) => expect(status).toBe(201));
  const { id } = hubspot.create("contacts", { interests: "a;b" });
  hubspot.update("contacts", id, { interests: ";c" });
  expect(hubspot.get("contacts", id)?.properties.interests).toBe("a;b;c");
  hubspot.update("contacts", id, { interests: "c" });
  expect(hubspot.get("contacts", id)?.properties.interests).toBe("c");
});
