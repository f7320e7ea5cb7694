import fc from "fast-check";
import type { DealInvoiceOptions } from "../../src/invoice/options";
import { planInvoice } from "../../src/invoice/planInvoice";
import type { LineItem } from "../../src/deal/lineItem";
import { predictLineAmount } from "../../src/invoice/predictTotals";
import { currencyDecimals } from "../../src/money/currency";
import { decimalsOf, round, sum, type Decimal } from "../../src/money/decimal";
import { d, deal, dealOptions, lineItem, settings } from "../builders";

const plan = (
  currency: string,
  lineItems: LineItem[],
  options: Partial<DealInvoiceOptions> = {},
) =>
  planInvoice({
    deal: deal({ currency }),
    lineItems,
    reference: "HS-701",
    options: dealOptions(options),
    settings: settings(),
    items: {},
    today: "2026-11-23",
  });
const line = (quantity: string, unitPrice: string, netAmount: string) =>
  lineItem({
    quantity: d(quantity),
    unitPrice: d(unitPrice),
    netAmount: d(netAmount),
  });

it("whole yen stay whole", () => {
  // 3 x 33335 = 100005, 20% of it = 20001
  const { predicted, rounding } = plan("JPY", [line("3", "33335", "100005")]);
  expect(predicted).toEqual({
    subtotal: "100005",
    tax: "20001",
    total: "120006",
  });
  expect(rounding).toBe("0");
});

it("a fraction of a won is brought to whole ones, or refused", () => {
  // 3 x 333.5 = 1000.5: the deal is worth 1001 KRW
  const lines = [line("3", "333.5", "1000.5")];
  const taxType = "ZERORATEDOUTPUT";
  expect(() => plan("KRW", lines, { taxType })).toThrow(
    'Deal "Website relaunch" is worth 1001 KRW, but its lines, each rounded to the cent as Xero does, add up to 1000.50. Round the prices in HubSpot, or let this step add a rounding line of 0.50.',
  );
  const { predicted, rounding } = plan("KRW", lines, {
    taxType,
    onDifference: "rounding_line",
  });
  expect(rounding).toBe("0.5");
  expect(predicted).toEqual({ subtotal: "1001", tax: "0", total: "1001" });
});

it("tax that leaves a fraction of a dong is refused, brought to whole ones, or avoided by prices with tax", () => {
  // 20% of 1003 = 200.60, so 1203.60
  const lines = [line("1", "1003", "1003")];
  expect(() => plan("VND", lines)).toThrow(
    'Deal "Website relaunch" comes to 1203.60 VND with tax, and VND has no such fractions, so nobody could pay it. Let this step add a rounding line of 0.40, or bill prices with tax.',
  );
  const rounded = plan("VND", lines, { onDifference: "rounding_line" });
  expect(rounded.rounding).toBe("0.4");
  expect(rounded.invoice.lines).toHaveLength(2);
  expect(rounded.predicted).toEqual({
    subtotal: "1003.4",
    tax: "200.6",
    total: "1204",
  });
  // 1003 x 20 / 120 = 167.1666...
  const inclusive = plan("VND", lines, { lineAmountTypes: "Inclusive" });
  expect(inclusive.predicted).toEqual({
    subtotal: "835.83",
    tax: "167.17",
    total: "1003",
  });
});

it.each(["refuse", "rounding_line"] as const)(
  "thousandths of a dinar, which Xero does not keep, are refused (%s)",
  (onDifference) => {
    expect(() =>
      plan("KWD", [line("1", "12.345", "12.345")], { onDifference }),
    ).toThrow(
      'Deal "Website relaunch" is worth 12.345 KWD, but Xero keeps two decimals in every currency, so its lines come to 12.350 there. Change the prices in HubSpot so that the deal comes to two decimals.',
    );
  },
);

it("dinars that come to two decimals are billed, and lines of thousandths that cancel out by a rounding line", () => {
  expect(plan("BHD", [line("4", "0.125", "0.5")]).predicted.total).toBe("0.6");
  // 1.005 + 1.005 = 2.010; Xero: 1.01 + 1.01 = 2.02
  const halves = [1, 2].map(() => line("1", "1.005", "1.005"));
  const { rounding, predicted } = plan("JOD", halves, {
    onDifference: "rounding_line",
  });
  expect(rounding).toBe("-0.01");
  expect(predicted.subtotal).toBe("2.01");
});

it("what is billed is the deal's worth in units of its currency, and can be paid", () => {
  const currency = fc.constantFrom("GBP", "JPY", "KRW", "KWD", "BHD");
  const price = fc.integer({ min: 1, max: 9_999_999 }).map((units) => {
    const text = String(units).padStart(4, "0");
    return `${text.slice(0, -3)}.${text.slice(-3)}`;
  });
  const taxType = fc.constantFrom("OUTPUT2", "RROUTPUT", "ZERORATEDOUTPUT");
  fc.assert(
    fc.property(
      currency,
      fc.array(price, { minLength: 1, maxLength: 4 }),
      taxType,
      (code, prices, tax) => {
        const net = prices.map((text) => d(text.replace(/\.?0+$/, "") || "0"));
        const lines = net.map((amount) => line("1", amount, amount));
        const worth = round(sum(net), currencyDecimals(code));
        let planned;
        try {
          planned = plan(code, lines, {
            taxType: tax,
            onDifference: "rounding_line",
          });
        } catch (error) {
          // Only what Xero cannot hold is refused.
          expect(decimalsOf(worth)).toBe(3);
          expect(String(error)).toMatch(/Xero keeps two decimals/);
          return;
        }
        const { invoice, predicted, rounding } = planned;
        const billed = sum(invoice.lines.map(predictLineAmount));
        const unit = Math.min(2, currencyDecimals(code));
        expect(decimalsOf(predicted.total)).toBeLessThanOrEqual(unit);
        expect(decimalsOf(rounding)).toBeLessThanOrEqual(2);
        // Beside the tax's own fraction, the lines are the deal's worth.
        const expected: Decimal = round(billed, currencyDecimals(code));
        if (unit === 2) expect(billed).toBe(worth);
        else expect(Math.abs(Number(expected) - Number(worth))).toBeLessThan(2);
      },
    ),
    { numRuns: 200 },
  );
});
