import { hubspot, runAnswered } from "./answered";

const invoice = (id: string, reference?: string) => ({
  id,
  number: `INV-${id}`,
  status: "AUTHORISED",
  url: `https://go.xero.com/${id}`,
  reference,
  total: "10",
  amountDue: "10",
  amountPaid: "0",
  amountCredited: "0",
});
const run = (given: unknown, answer: unknown = { id: "701" }) =>
  runAnswered(
    "updateDealBilling",
    { dealId: "701", invoice: given },
    hubspot(),
    [["PATCH /deals/701", answer]],
  );

it.each([
  [401, "InvalidAccessTokenError"],
  [403, "InvalidConfigurationError"],
  [404, "DataError"],
  [429, "RateLimitError"],
  [503, "ConnectionError"],
  [522, "ConnectionError"],
])("a %d is what Make calls %s", async (status, type) => {
  const { refusal } = await run(invoice("1"), status);
  expect(refusal).toMatch(new RegExp(`^${type}: HubSpot`));
});

it("rows of an array aggregator are invoices", async () => {
  const rows = ["HS-701-1763891000", "HS-701-1763892000"].map(
    (reference, index) => ({ invoice: invoice(String(index), reference) }),
  );
  const { output } = await run(rows);
  expect(output).toMatchObject({ invoiceNumber: "INV-1", total: 20 });
});

it("invoices of several deals are not added up", async () => {
  const { calls, refusal } = await run([
    invoice("1", "HS-701"),
    invoice("2", "HS-702"),
  ]);
  expect(refusal).toBe(
    "DataError: Invoice data holds invoices of several deals. Group the array aggregator by deal, or map one invoice.",
  );
  expect(calls).toEqual([]);
});
