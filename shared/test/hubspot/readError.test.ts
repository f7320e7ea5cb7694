import { readHubspotError } from "../../src/hubspot/readError";

const RECORD = 'deal "Website"';
const read = (
  status: number,
  body: unknown = {},
  headers: Record<string, string> = {},
) => readHubspotError({ status, headers, body }, RECORD);

/** HubSpot packs the details of refused values as JSON into the message. */
const refusedValue = (details: object[]) => ({
  status: "error",
  message: `Property values were not valid: ${JSON.stringify(details)}`,
  correlationId: "7f0c1f5e",
  category: "VALIDATION_ERROR",
});

it.each([
  [400, "validation"],
  [401, "auth"],
  [403, "permission"],
  [404, "notFound"],
  [409, "conflict"],
  [414, "validation"],
  [423, "busy"],
  [429, "rateLimit"],
  [477, "rateLimit"],
  [500, "server"],
  [502, "server"],
  [503, "server"],
  [504, "server"],
  [521, "server"],
  [524, "server"],
] as const)("status %i is an error of kind %s", (status, kind) => {
  expect(read(status)).toMatchObject({ kind, status, vendor: "hubspot" });
});

it("an expired key says where to get a new one", () => {
  const { message } = read(401, {
    status: "error",
    message:
      "Authentication credentials not found. This API supports OAuth 2.0 authentication",
    category: "INVALID_AUTHENTICATION",
  });
  expect(message).toBe(
    "HubSpot no longer accepts this connection. Reconnect it; a service key can be rotated in HubSpot (Development > Keys > Service keys).",
  );
});

it.each([
  ["requiredGranularScopes", ["crm.objects.line_items.read"]],
  ["requiredScopes", ["crm.objects.line_items.read"]],
])("a missing scope is named from %s", (key, scopes) => {
  const { message } = read(403, {
    message: "This app hasn't been granted all required scopes.",
    errors: [{ message: "One or more ...", context: { [key]: scopes } }],
    category: "MISSING_SCOPES",
  });
  expect(message).toBe(
    'HubSpot refused access to deal "Website": the connection lacks the scope crm.objects.line_items.read. Add it to the service key in HubSpot, or reconnect and allow it, then run this step again.',
  );
});

it("of several scopes that would do, all are named", () => {
  const context = { requiredGranularScopes: ["a.read", "b.read"] };
  expect(read(403, { errors: [{ context }] }).message).toContain(
    "lacks the scope a.read or b.read.",
  );
});

it("a missing property of the connector leads to Set Up HubSpot", () => {
  const error = read(
    400,
    refusedValue([
      {
        isValid: false,
        message: 'Property "xero_sync_mark" does not exist',
        error: "PROPERTY_DOESNT_EXIST",
        name: "xero_sync_mark",
        portalId: 1,
      },
    ]),
  );
  expect(error.message).toBe(
    'HubSpot has no property "xero_sync_mark". Run the action "Set Up HubSpot" once, then run this step again.',
  );
});

it("a missing property of the connector is recognised in HubSpot's newer form as well", () => {
  const text = 'Property "xero_sync_mark" does not exist';
  const error = read(400, {
    message: text,
    errors: [
      {
        message: text,
        code: "PROPERTY_DOESNT_EXIST",
        context: { propertyName: ["xero_sync_mark"] },
      },
    ],
    category: "VALIDATION_ERROR",
  });
  expect(error.message).toBe(
    'HubSpot has no property "xero_sync_mark". Run the action "Set Up HubSpot" once, then run this step again.',
  );
});

it("a stage whose entries the account does not stamp is to be chosen again", () => {
  const name = "hs_v2_date_entered_1";
  const { kind, message } = read(400, {
    errors: [
      { code: "PROPERTY_DOESNT_EXIST", context: { propertyName: [name] } },
    ],
  });
  expect(kind).toBe("validation");
  expect(message).toBe(
    'HubSpot has no property "hs_v2_date_entered_1", so it does not tell when deals entered this stage. Choose the pipeline and the stage again.',
  );
});

it("somebody else's missing property is only named", () => {
  const text = 'Property "colour" does not exist';
  const details = [
    { message: text, error: "PROPERTY_DOESNT_EXIST", name: "colour" },
  ];
  expect(read(400, refusedValue(details)).message).toBe(
    `HubSpot refused deal "Website": colour: ${text}`,
  );
});

it("refused values are told one by one, without the JSON around them", () => {
  const error = read(
    400,
    refusedValue([
      { message: "was not a number", error: "INVALID_FLOAT", name: "amount" },
      { message: "is read only", error: "READ_ONLY_VALUE", name: "hs_mrr" },
    ]),
  );
  expect(error.message).toBe(
    'HubSpot refused deal "Website": amount: was not a number; hs_mrr: is read only',
  );
  expect(error.vendorText).toBe(
    "amount: was not a number; hs_mrr: is read only",
  );
});

it.each([
  [
    "the list of errors",
    {
      message: "discount was not a valid number",
      errors: [
        { message: "discount was not a valid number", code: "INVALID_INTEGER" },
      ],
    },
    "discount was not a valid number",
  ],
  [
    "the message where its JSON is cut off",
    { message: 'Property values were not valid: [{"message":"x' },
    'Property values were not valid: [{"message":"x',
  ],
  [
    "the message alone",
    { message: "xero_invoice_id already has that value" },
    "xero_invoice_id already has that value",
  ],
])("HubSpot's words come from %s", (_, body, words) => {
  expect(read(400, body).message).toBe(
    `HubSpot refused deal "Website": ${words}`,
  );
});

it("a refusal without words says that there are none", () => {
  expect(read(400, "<html>414</html>").message).not.toMatch(/: ?$/);
});

it.each([
  ["DAILY", true, undefined],
  ["TEN_SECONDLY_ROLLING", false, 10],
  ["SECONDLY", false, 10],
  [undefined, false, 10],
])("limit %s: used up for the day is %p", (policyName, dayLimit, wait) => {
  const error = read(429, { errorType: "RATE_LIMIT", policyName });
  expect(error.dayLimit).toBe(dayLimit);
  expect(error.retryAfterSeconds).toBe(wait);
});

it.each([
  ["7200", 7200],
  ["soon", 3600],
])("an account on the move with Retry-After %s waits %i s", (header, wait) => {
  const error = read(477, {}, { "retry-after": header });
  expect(error.retryAfterSeconds).toBe(wait);
});

it("a locked record asks for a moment", () => {
  expect(read(423).retryAfterSeconds).toBe(2);
});

it("never repeats headers, and of a body at most 500 characters of its message", () => {
  const error = read(
    400,
    { message: "m".repeat(5000), secret: "pat-na1-1234" },
    { authorization: "Bearer pat-na1-1234" },
  );
  const told = JSON.stringify({ ...error, message: error.message });
  expect(told).not.toContain("pat-na1-1234");
  expect(error.message).toBe(
    `HubSpot refused deal "Website": ${"m".repeat(500)}`,
  );
});
