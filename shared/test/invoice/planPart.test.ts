import fc from "fast-check";
import type { LineItem } from "../../src/deal/lineItem";
import type { DealInvoiceOptions } from "../../src/invoice/options";
import { planInvoice, type InvoicePlan } from "../../src/invoice/planInvoice";
import { planPart } from "../../src/invoice/planPart";
import { predictLineAmount } from "../../src/invoice/predictTotals";
import { readInvoice, type StoredInvoice } from "../../src/invoice/readInvoice";
import { add, sum, toNumber, type Decimal } from "../../src/money/decimal";
import {
  d,
  deal,
  dealOptions,
  lineItem,
  settings,
  xeroInvoice,
} from "../builders";

const TABLE = { standard: "OUTPUT2", reduced: "RROUTPUT" };
const line = (net: string, taxRateId = "standard") =>
  lineItem({ unitPrice: d(net), netAmount: d(net), taxRateId });

const wholeOf = (
  lineItems: LineItem[],
  options: Partial<DealInvoiceOptions>,
  currency: string,
) =>
  planInvoice({
    deal: deal({ currency }),
    lineItems,
    reference: "HS-701-D",
    options: dealOptions({ taxTable: TABLE, ...options }),
    settings: settings(),
    items: {},
    today: "2026-11-23",
  });

/** A plan as Xero keeps it. */
const stored = (
  { invoice, predicted }: InvoicePlan,
  changes: Partial<StoredInvoice> = {},
): StoredInvoice => ({
  ...readInvoice(
    xeroInvoice({
      InvoiceNumber: "INV-0001",
      Reference: "HS-701-D",
      CurrencyCode: invoice.currency,
      LineAmountTypes: invoice.lineAmountTypes,
      Total: toNumber(predicted.total),
      LineItems: invoice.lines.map((row) => ({
        Description: row.description,
        LineAmount: toNumber(predictLineAmount(row)),
        AccountCode: row.accountCode,
        TaxType: row.taxType,
      })),
    }),
  ),
  ...changes,
});

function parts(
  lineItems: LineItem[],
  options: Partial<DealInvoiceOptions>,
  currency = "GBP",
) {
  const whole = wholeOf(lineItems, options, currency);
  const of = (part: "deposit" | "balance", found?: StoredInvoice) =>
    planPart(
      whole,
      part,
      deal({ currency }),
      dealOptions({ taxTable: TABLE, ...options }),
      settings(),
      found,
    );
  const deposit = of("deposit");
  return { whole, deposit, balance: of("balance", stored(deposit)), of };
}

const shape = ({ invoice }: InvoicePlan) =>
  invoice.lines.map(({ description, unitPrice, accountCode, taxType }) => [
    description,
    unitPrice,
    accountCode,
    taxType,
  ]);

it("a deposit bills its share of each tax rate, and the balance all lines less the deposit's", () => {
  // 30% of 1000.05 is 300.015, of 1333.38 together 400.014: 400.01 in all.
  const { deposit, balance, whole } = parts(
    [line("1000.05"), line("333.33", "reduced")],
    { depositPercent: d("30") },
  );
  expect(shape(deposit)).toEqual([
    // 400.01 x 1000.05 / 1333.38 = 300.0120...
    [
      "Deposit of 30% for Website relaunch (20% (VAT on Income))",
      "300.01",
      "200",
      "OUTPUT2",
    ],
    [
      "Deposit of 30% for Website relaunch (5% (VAT on Income))",
      "100",
      "200",
      "RROUTPUT",
    ],
  ]);
  // 300.01 at 20% = 60.002, 100.00 at 5% = 5.00
  expect(deposit.predicted).toEqual({
    subtotal: "400.01",
    tax: "65",
    total: "465.01",
  });
  expect(shape(balance)).toEqual([
    ["Design sprint", "1000.05", "200", "OUTPUT2"],
    ["Design sprint", "333.33", "200", "RROUTPUT"],
    ["Less deposit INV-0001", "-300.01", "200", "OUTPUT2"],
    ["Less deposit INV-0001", "-100", "200", "RROUTPUT"],
  ]);
  // whole: 200.01 + 16.6665 -> 16.67 = 216.68 tax, 1550.06 in all
  expect(whole.predicted.total).toBe("1550.06");
  expect(balance.predicted).toEqual({
    subtotal: "933.37",
    tax: "151.68",
    total: "1085.05",
  });
});

it("a deposit of one tax rate is one line, by an amount as well", () => {
  const { deposit, balance } = parts([line("100"), line("50")], {
    depositAmount: d("33.33"),
  });
  expect(shape(deposit)).toEqual([
    ["Deposit for Website relaunch", "33.33", "200", "OUTPUT2"],
  ]);
  // 180.00 less 33.33 + 6.67
  expect(balance.predicted.total).toBe("140");
});

it("what a bookkeeper made of the deposit is what the balance takes off", () => {
  const { deposit, of } = parts([line("100")], { depositPercent: d("50") });
  const changed = stored(deposit);
  const [first] = changed.lines;
  changed.lines = [{ ...first!, lineAmount: d("45"), accountCode: "260" }];
  expect(shape(of("balance", changed)).at(-1)).toEqual([
    "Less deposit INV-0001",
    "-45",
    "260",
    "OUTPUT2",
  ]);
});

it("a deposit in yen is whole, its tax too", () => {
  // 30% of 10005 is 3001.5 -> 3002; 20% of it is 600.40
  const { deposit, balance, whole } = parts(
    [line("10005")],
    { depositPercent: d("30"), onDifference: "rounding_line" },
    "JPY",
  );
  expect(shape(deposit)).toEqual([
    ["Deposit of 30% for Website relaunch", "3002", "200", "OUTPUT2"],
    ["Rounding", "-0.4", "860", "NONE"],
  ]);
  expect(deposit.predicted.total).toBe("3602");
  expect(balance.predicted.total).toBe("8404");
  expect(whole.predicted.total).toBe("12006");
});

it.each<[string, Partial<DealInvoiceOptions>, string]>([
  ["no share", {}, "are both empty. Fill in one of them."],
  [
    "two shares",
    { depositPercent: d("30"), depositAmount: d("30") },
    "are both filled in. Leave one of them empty.",
  ],
  [
    "nothing",
    { depositPercent: d("0") },
    "a deposit of 0.00 GBP is not between nothing and the 100.00 GBP that the deal bills.",
  ],
  [
    "all of it",
    { depositPercent: d("100") },
    "a deposit of 100.00 GBP is not between nothing and the 100.00 GBP",
  ],
  [
    "a negative amount",
    { depositAmount: d("-5") },
    "a deposit of -5.00 GBP is not between nothing",
  ],
])("%s is refused", (_, options, message) => {
  expect(() => parts([line("100")], options)).toThrow(message);
});

it.each<[string, Partial<StoredInvoice>, string]>([
  [
    "in another currency",
    { currency: "USD" },
    'Deal "Website relaunch": the deposit INV-0001 is in USD, the deal in GBP. Give the deal the deposit\'s currency in HubSpot, or make the balance in Xero.',
  ],
  [
    "with other prices",
    { lineAmountTypes: "Inclusive" },
    "has prices with tax, this step without tax. Choose the deposit's under Prices Are.",
  ],
  [
    "with a credit note",
    { isCreditNoted: true },
    "was credited by a credit note",
  ],
  [
    "larger than what the deal has become",
    { lines: [{ lineAmount: d("100.01"), taxAmount: d("20") }] },
    "bills 100.01 GBP, more than the 100.00 GBP that the deal bills now.",
  ],
])("a deposit %s is not taken off", (_, changes, message) => {
  const { deposit, of } = parts([line("100")], { depositPercent: d("50") });
  expect(() => of("balance", stored(deposit, changes))).toThrow(message);
});

const totalsByTax = (...plans: InvoicePlan[]) => {
  const sums: Record<string, Decimal> = {};
  for (const { invoice } of plans)
    for (const row of invoice.lines) {
      const key = `${row.accountCode} ${row.taxType}`;
      sums[key] = add(sums[key] ?? d("0"), predictLineAmount(row));
    }
  return Object.fromEntries(
    Object.entries(sums).filter(([, value]) => value !== "0"),
  );
};

it("deposit and balance are the whole, to the cent of each tax rate", () => {
  const cents = fc.integer({ min: 1, max: 5_000_000 }).map((value) => {
    const text = String(value).padStart(3, "0");
    const plain = `${text.slice(0, -2)}.${text.slice(-2)}`;
    return plain.replace(/\.?0+$/, "");
  });
  const row = fc.tuple(cents, fc.constantFrom("standard", "reduced"));
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 9999 }),
      fc.constantFrom("Exclusive" as const, "Inclusive" as const),
      (rows, share, lineAmountTypes) => {
        const text = String(share).padStart(3, "0");
        const percent = `${text.slice(0, -2)}.${text.slice(-2)}`;
        let made;
        try {
          made = parts(
            rows.map(([net, rate]) => line(net, rate)),
            {
              depositPercent: d(percent.replace(/\.?0+$/, "")),
              lineAmountTypes,
            },
          );
        } catch (error) {
          // Of a few cents, a share may come to nothing or to all.
          expect(String(error)).toMatch(/is not between nothing and/);
          return;
        }
        const { whole, deposit, balance } = made;
        expect(totalsByTax(deposit, balance)).toEqual(totalsByTax(whole));
        for (const figure of ["subtotal", "tax", "total"] as const)
          expect(
            sum([deposit.predicted[figure], balance.predicted[figure]]),
          ).toBe(whole.predicted[figure]);
        for (const { unitPrice } of deposit.invoice.lines)
          expect(unitPrice).not.toMatch(/^-/);
      },
    ),
    { numRuns: 300 },
  );
});
