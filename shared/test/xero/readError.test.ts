import { readXeroError, validationMessages } from "../../src/xero/readError";

const RECORD = 'the invoice for deal "Website"';
const read = (
  status: number,
  body: unknown = {},
  headers: Record<string, string> = {},
) => readXeroError({ status, headers, body }, RECORD);

const ZERO_ID = "00000000-0000-0000-0000-000000000000";
/** Xero's 400: the whole document comes back with complaints at any depth. */
const refused = (...messages: string[]) => ({
  ErrorNumber: 10,
  Type: "ValidationException",
  Message: "A validation exception occurred",
  Elements: [
    {
      InvoiceID: ZERO_ID,
      Reference: "HS-701",
      ValidationErrors: messages.map((Message) => ({ Message })),
    },
  ],
});

it.each([
  [400, "validation"],
  [401, "auth"],
  [403, "permission"],
  [404, "notFound"],
  [412, "validation"],
  [429, "rateLimit"],
  [500, "server"],
  [501, "server"],
  [503, "server"],
] as const)("status %i is an error of kind %s", (status, kind) => {
  expect(read(status)).toMatchObject({ kind, status, vendor: "xero" });
});

it("collects nested complaints, each once", () => {
  const body = {
    Message: "A validation exception occurred",
    Elements: [
      {
        ValidationErrors: [{ Message: "A" }, { Message: "B" }],
        Contact: { ValidationErrors: [{ Message: "C" }] },
        LineItems: [
          { ValidationErrors: [{ Message: "A" }] },
          { ValidationErrors: [{ Message: "D" }] },
        ],
      },
    ],
  };
  expect(validationMessages(body).sort()).toEqual(["A", "B", "C", "D"]);
  expect(read(400, body).vendorText).not.toContain("validation exception");
});

it.each([
  [
    "an archived contact",
    "The contact with the specified contact details has been archived. The contact must be un-archived before creating new invoices or credit notes.",
    "Restore the contact in Xero (Contacts > Archived), then run this step again.",
  ],
  [
    "a name that is taken",
    "The contact name Acme is already assigned to another contact. The contact name must be unique across all active contacts.",
    "Xero allows one active contact of a name: store its ID on the HubSpot record (property Xero contact ID), or match by company name.",
  ],
  [
    "a number that is taken",
    "Another contact has this contact number. Please enter a different contact number.",
    "An archived Xero contact carries this customer's number: restore it in Xero, then run this step again.",
  ],
  [
    "a currency",
    "Organisation is not subscribed to currency USD",
    "Add the currency in Xero (Settings > Currencies), or change the deal's currency.",
  ],
  [
    "a locked period",
    "The document date cannot be before the end of year lock date, currently set at 31-Jul-2013",
    "The period is locked in Xero: choose a later date, or move the lock date.",
  ],
  [
    "the plan's limit",
    "You have reached the limit of invoices you can approve",
    "The organisation's Xero plan allows no more approved invoices: create drafts, or upgrade the plan.",
  ],
  [
    "an e-mail address",
    "Email address must be valid.",
    "Correct the e-mail address in HubSpot; Xero accepts no umlauts in it.",
  ],
])("%s: Xero's words, then what to do", (_, words, advice) => {
  expect(read(400, refused(words)).message).toBe(
    `Xero refused ${RECORD}: ${words.replace(/\.$/, "")}. ${advice}`,
  );
});

it("without advice Xero's words stand alone, each message a sentence", () => {
  const messages = [
    "Account code or ID must be specified",
    "The TaxType field is mandatory",
  ];
  expect(read(400, refused(...messages)).message).toBe(
    `Xero refused ${RECORD}: Account code or ID must be specified. The TaxType field is mandatory.`,
  );
});

it.each([
  [
    "a filter that cannot be parsed",
    { Type: "QueryParseException", Message: "Unterminated string literal" },
    "Unterminated string literal.",
  ],
  ["no reason", {}, "no reason given."],
])("%s is told from the top of the answer", (_, body, words) => {
  expect(read(400, body).message).toBe(`Xero refused ${RECORD}: ${words}`);
});

it.each([
  ["Contacts", "store the Xero contact ID on the HubSpot record."],
  [
    "Invoices",
    "too many of them to search: map the ID instead, or give fewer records at once.",
  ],
])("an organisation with too many %s is told what to do", (records, words) => {
  const Message = `Your request is not filtering ${records} efficiently, given the extremely high volume for this organisation.`;
  const body = { ErrorNumber: 51, Type: "HighVolumeException", Message };
  expect(read(400, body).message).toContain(words);
});

it.each([
  [
    "at the top",
    { Message: "Idempotency Key: k is used with a different request." },
  ],
  [
    "on the element",
    refused("Idempotency Key: k is used with a different request."),
  ],
])("a key in use by another attempt, told %s, means to wait", (_, body) => {
  expect(read(400, body)).toMatchObject({
    kind: "busy",
    retryAfterSeconds: 360,
  });
});

it("an expired token asks to reconnect", () => {
  const Detail = "TokenExpired: token expired at 08/12/2022 07:00:40";
  const error = read(401, { Title: "Unauthorized", Status: 401, Detail });
  expect(error.message).toBe(
    "Xero no longer accepts this connection. Reconnect it, and choose the same organisation.",
  );
  expect(error.vendorText).toBe(Detail);
});

it.each(["insufficient_scope", "insufficent_scope"])(
  "a 401 with %s is a missing permission, not an expired token",
  (spelling) => {
    const headers = { "www-authenticate": `Bearer error="${spelling}"` };
    expect(read(401, {}, headers)).toMatchObject({
      kind: "permission",
      message: `Xero refused access to ${RECORD}: the connection lacks a permission. Reconnect it and allow all that is asked for.`,
    });
  },
);

it("an organisation that is not connected is no expired token", () => {
  const body = { Title: "Forbidden", Detail: "AuthenticationUnsuccessful" };
  expect(read(403, body).message).toBe(
    "This connection has no access to the chosen Xero organisation. Choose another organisation in this step, or reconnect and allow this one.",
  );
});

it("a 404 in plain text is read", () => {
  const text = "The resource you're looking for cannot be found";
  expect(read(404, text)).toMatchObject({
    message: `Xero cannot find ${RECORD}. Check the ID and the organisation.`,
    vendorText: text,
  });
});

it.each([
  ["minute", { "retry-after": "17" }, 17, false],
  ["Minute", {}, 5, false],
  ["concurrent", {}, 5, false],
  ["appminute", { "retry-after": "30" }, 30, false],
  ["day", { "retry-after": "66975" }, 66975, true],
  ["DayLimit", {}, undefined, true],
  // Unnamed, its length alone tells it: a step must not be held back for hours without a word.
  ["", { "retry-after": "66975" }, 66975, true],
])(
  "limit %s with %p waits %p s; for the day: %p",
  (problem, more, wait, day) => {
    const error = read(429, "", { "x-rate-limit-problem": problem, ...more });
    expect(error.retryAfterSeconds).toBe(wait);
    expect(error.dayLimit).toBe(day);
  },
);

it("the end of a day limit is told in hours", () => {
  // 66,975 s = 18.6 h
  const headers = { "x-rate-limit-problem": "day", "retry-after": "66975" };
  expect(read(429, "", headers).message).toBe(
    "Xero's daily limit of calls for this organisation is used up. It ends in about 19 h; run this step again then.",
  );
});

it("an organisation that is offline asks for five minutes", () => {
  expect(read(503, "The Organisation is offline").retryAfterSeconds).toBe(300);
});

it("never repeats headers, the echoed document, or a page of HTML", () => {
  const headers = { authorization: "Bearer eyJhbGciOi" };
  const echoed = read(400, refused("Account must be valid."), headers);
  const told = JSON.stringify({ ...echoed, message: echoed.message });
  expect(told).not.toContain("eyJhbGciOi");
  expect(told).not.toContain(ZERO_ID);
  const page = `<html><body>${"x".repeat(9000)}</body></html>`;
  expect(read(400, page).message).toBe(
    `Xero refused ${RECORD}: no reason given.`,
  );
  expect(read(500, page).message).not.toContain("xxx");
});
