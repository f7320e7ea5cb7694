import { hubspot, runAnswered } from "./answered";

const deal = (contacts: readonly string[], companies = ["9"]) => ({
  id: "701",
  properties: { dealname: "Spring" },
  associations: {
    companies: {
      results: companies.map((id) => ({ id, type: "deal_to_company" })),
    },
    contacts: {
      results: contacts.map((id) => ({ id, type: "deal_to_contact" })),
    },
  },
});
const company = { id: "9", properties: { name: "Northwind Energy plc" } };
const person = (id: string, email = "ann@northwind.example") => ({
  id,
  properties: { firstname: "Ann", email },
});
const run = (answers: Parameters<typeof runAnswered>[3]) =>
  runAnswered("getDealForBilling", { dealId: "701" }, hubspot(), answers);
const isMarked = (calls: readonly string[]) =>
  calls.some((call) => call.startsWith("PATCH"));

it("a deal is not billed to its contact when HubSpot's answer about the company is empty", async () => {
  const { calls, refusal } = await run([
    ["GET /deals/701", deal(["5"])],
    ["POST /contacts/batch/read", { results: [person("5")] }],
  ]);
  expect(refusal).toBe(
    'DataError: Deal "Spring": HubSpot did not return the company that pays; it may have been deleted a moment ago. Run this scenario again.',
  );
  expect(isMarked(calls)).toBe(false);
});

it.each([
  ["of a company", ["9"]],
  ["who pays", []],
])("a person %s who does not come is missed", async (_, companies) => {
  const { calls, refusal } = await run([
    ["GET /deals/701", deal(["5"], companies)],
    ["GET /companies/9", company],
    ["POST /contacts/batch/read", { results: [] }],
  ]);
  expect(refusal).toBe(
    'DataError: Deal "Spring": HubSpot did not return contact 5; it may have been deleted a moment ago. Run this scenario again.',
  );
  expect(isMarked(calls)).toBe(false);
});

it("of many people, as many are read as one request takes", async () => {
  const ids = Array.from({ length: 130 }, (_, index) => String(index + 1));
  const { output } = await run([
    ["GET /deals/701", deal(ids)],
    ["GET /companies/9", company],
    [
      "POST /contacts/batch/read",
      { results: ids.slice(0, 100).map((id) => person(id)) },
    ],
    ["PATCH /deals/701", { id: "701" }],
  ]);
  expect(output).toMatchObject({
    customer: { name: company.properties.name, email: "ann@northwind.example" },
  });
});

it.each([
  ["", 1],
  ["begun|1|HS-701|HS-701", 0],
])(
  'of a deal with the invoice mark "%s", that of its repeating invoices tells whether an invoice may be hidden',
  async (xero_sync_mark, attempt) => {
    const { output } = await runAnswered(
      "getDealForBilling",
      { dealId: "701", repeating: true },
      hubspot(),
      [
        [
          "GET /deals/701",
          { ...deal([]), properties: { dealname: "Spring", xero_sync_mark } },
        ],
        ["GET /companies/9", company],
        ["PATCH /deals/701", { id: "701" }],
      ],
    );
    expect(output).toMatchObject({
      billing: { repeating: { state: "begun", attempt } },
    });
  },
);
