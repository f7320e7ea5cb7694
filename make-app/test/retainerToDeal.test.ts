import { hubspot, runAnswered, xero } from "./answered";

const REPEATING = "7c1d0a52-93be-4f0e-8a67-2b4e6d9f1c38";
const KEY = "HS-701-R1M20261201";
const deal = (properties: Record<string, string> = {}) => ({
  id: "701",
  properties: { dealname: "Spring", ...properties },
});
const retainer = deal({
  xero_repeating_invoice_id: REPEATING,
  xero_repeating_mark: "done|1|2026-11-20",
});
const scheduled = { reference: KEY, repeatingInvoiceId: REPEATING };

describe("the deal of an invoice", () => {
  const search = (invoice: object, ...answers: object[][]) =>
    runAnswered(
      "searchDeals",
      { invoiceId: "1", invoice, limit: 1 },
      hubspot(),
      answers.map((results) => ["POST /deals/batch/read", { results }]),
    );

  it("is found by the schedule that billed it, in one call", async () => {
    const { calls, output } = await search(scheduled, [retainer]);
    expect(calls).toHaveLength(1);
    expect(output).toMatchObject({
      dealId: "701",
      repeating: { deal: { id: "701", name: "Spring" }, ids: [REPEATING] },
    });
  });

  it.each([
    ["a copy of a schedule's", { reference: KEY }],
    ["another schedule's", { ...scheduled, repeatingInvoiceId: "another" }],
  ])("is none for %s invoice", async (_, invoice) => {
    expect((await search(invoice, [retainer])).output).toBeUndefined();
  });

  it("is none where the deal of the reference has no repeating invoices", async () => {
    const { calls, output } = await search({ reference: "HS-701" }, []);
    expect(calls).toHaveLength(2);
    expect(output).toBeUndefined();
  });
});

describe("a deal that is lost", () => {
  const end = (answer: object) =>
    runAnswered("endDealBilling", { dealId: "701" }, hubspot(), [
      ["GET /deals/701", answer],
      ["PATCH /deals/701", { id: "701" }],
    ]);

  it("is marked, so that none is made again", async () => {
    const { calls, output } = await end(retainer);
    expect(calls.at(-1)).toMatch(/^PATCH .*\/deals\/701$/);
    expect(output).toMatchObject({
      hasRepeatingInvoices: true,
      repeating: { ids: [REPEATING] },
    });
  });

  it.each([
    ["never had any", deal()],
    ["was ended before", deal({ xero_repeating_mark: "ended|1|2026-11-20" })],
  ])("is left alone where it %s", async (_, answer) => {
    expect((await end(answer)).calls).toHaveLength(1);
  });
});

describe("the repeating invoices of a deal", () => {
  const repeating = {
    deal: { id: "701", name: "Spring", url: "", currency: "GBP" },
    ids: [REPEATING],
  };
  const end = (found: unknown) =>
    runAnswered(
      "endRepeatingInvoices",
      { organisationId: "an-organisation", repeating },
      xero(),
      [
        ["GET /RepeatingInvoices", found],
        ["GET /Invoices", { Invoices: [] }],
        ["POST ", { RepeatingInvoices: [{}] }],
      ],
    );
  const one = (
    RepeatingInvoiceID: string,
    Reference: string,
    Status: string,
  ) => ({
    ...{ Type: "ACCREC", RepeatingInvoiceID, Reference, Status },
    LineItems: [{}],
  });

  it("are ended by their key and by the ids on the deal, and no others", async () => {
    const { calls, output } = await end({
      RepeatingInvoices: [
        one(REPEATING, "Renamed by somebody", "AUTHORISED"),
        one("2", KEY, "DRAFT"),
        one("3", KEY, "DELETED"),
        one("4", "HS-7011-R1M20261201", "AUTHORISED"),
        // Somebody made it from the deal's invoice, whose reference Xero copies.
        one("5", "HS-701", "AUTHORISED"),
      ],
    });
    const path = "POST api.xero.com/api.xro/2.0/RepeatingInvoices";
    expect(calls.filter((call) => call.startsWith("POST"))).toEqual([
      `${path}/${REPEATING}`,
      `${path}/2`,
    ]);
    expect(output).toMatchObject({
      outcome: "ended",
      message:
        '2 repeating invoices of deal "Spring" were ended. No invoice had come of them.',
    });
  });

  it("are not taken for ended where Xero's answer holds no list", async () => {
    const { calls, refusal } = await end({});
    expect(refusal).toBe(
      "DataError: Xero's answer about repeating invoices holds no list. Run this scenario again: nothing is made twice.",
    );
    expect(calls).toHaveLength(1);
  });
});

it.each([["endRepeatingInvoices"], ["getDealInvoices"]])(
  "%s says what to map where it got no data",
  async (module) => {
    const { calls, refusal } = await runAnswered(
      module,
      { organisationId: "an-organisation", repeating: {} },
      xero(),
      [],
    );
    expect(refusal).toMatch(/^DataError: Repeating data is empty\./);
    expect(calls).toEqual([]);
  },
);
