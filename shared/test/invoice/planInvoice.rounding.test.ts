import fc from "fast-check";
import type { DealInvoiceOptions } from "../../src/invoice/options";
import { planInvoice } from "../../src/invoice/planInvoice";
import type { LineItem } from "../../src/deal/lineItem";
import type { XeroSettings } from "../../src/xero/settings";
import { d, deal, dealOptions, lineItem, settings } from "../builders";

const plan = (
  lineItems: LineItem[],
  options: Partial<DealInvoiceOptions>,
  organisation: Partial<XeroSettings> = {},
) =>
  planInvoice({
    deal: deal(),
    lineItems,
    reference: "HS-701",
    options: dealOptions(options),
    settings: settings(organisation),
    items: {},
    today: "2026-11-23",
  });

// 3 x 3.335 = 10.005 each: the deal is worth 20.01, but 10.01 + 10.01 = 20.02
const halfCents = [1, 2].map(() =>
  lineItem({ quantity: d("3"), unitPrice: d("3.335"), netAmount: d("10.005") }),
);

it("roundings that miss the deal's total are refused", () => {
  expect(() => plan(halfCents, { onDifference: "refuse" })).toThrow(
    'Deal "Website relaunch" is worth 20.01 GBP, but its lines, each rounded to the cent as Xero does, add up to 20.02. Round the prices in HubSpot, or let this step add a rounding line of -0.01.',
  );
});

it("a rounding line on the rounding account, without tax, meets the deal's total", () => {
  const result = plan(halfCents, { onDifference: "rounding_line" });
  expect(result.invoice.lines[2]).toEqual({
    description: "Rounding",
    quantity: "1",
    unitPrice: "-0.01",
    accountCode: "860",
    taxType: "NONE",
  });
  expect(result.rounding).toBe("-0.01");
  // tax: 20% of 10.01 = 2.002 -> 2.00, twice
  expect(result.predicted).toEqual({
    subtotal: "20.01",
    tax: "4",
    total: "24.01",
  });
});

it("a missing cent is added", () => {
  // 0.104 + 0.104 = 0.208 -> 0.21, but 0.10 + 0.10 = 0.20
  const lines = [1, 2].map(() =>
    lineItem({ unitPrice: d("0.104"), netAmount: d("0.104") }),
  );
  const result = plan(lines, { onDifference: "rounding_line" });
  expect(result.rounding).toBe("0.01");
  expect(result.predicted.subtotal).toBe("0.21");
});

it("without a rounding account the line goes to the step's account", () => {
  const options = { onDifference: "rounding_line" } as const;
  const bare = { roundingAccount: undefined };
  expect(plan(halfCents, options, bare).invoice.lines[2]?.accountCode).toBe(
    "200",
  );
});

it("a document free of tax needs no tax type on it", () => {
  const options = {
    onDifference: "rounding_line",
    lineAmountTypes: "NoTax",
  } as const;
  expect(plan(halfCents, options).invoice.lines[2]?.taxType).toBeUndefined();
});

it("in Australia the tax type for lines outside of tax is BASEXCLUDED", () => {
  const options = { onDifference: "rounding_line" } as const;
  const taxRates = {
    ...settings().taxRates,
    BASEXCLUDED: { name: "BAS Excluded", rate: d("0") },
  };
  const { invoice } = plan(halfCents, options, { taxRates });
  expect(invoice.lines[2]?.taxType).toBe("BASEXCLUDED");
});

it("lines that add up get no rounding line", () => {
  const result = plan([lineItem()], { onDifference: "rounding_line" });
  expect(result.invoice.lines).toHaveLength(1);
  expect(result.rounding).toBe("0");
});

/** Units of 10^-scale as the money module writes them. */
function write(units: bigint, scale: number) {
  const digits = String(units).padStart(scale + 1, "0");
  const text = `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return d(text.replace(/\.?0+$/, ""));
}

const line = fc.record({
  quantity: fc.bigInt({ min: 0n, max: 100_000n }), // hundredths
  price: fc.bigInt({ min: 0n, max: 100_000_000n }), // ten-thousandths
  percent: fc.bigInt({ min: 0n, max: 100n }),
});

it("with a rounding line the subtotal always is the deal's net total to the cent", () => {
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 12 }),
      fc.constantFrom("Exclusive", "NoTax"),
      (lines, lineAmountTypes) => {
        const net = (of: (typeof lines)[number]) =>
          of.quantity * of.price * (100n - of.percent); // 10^-8
        const result = plan(
          lines.map((of) =>
            lineItem({
              quantity: write(of.quantity, 2),
              unitPrice: write(of.price, 4),
              discountPercent: write(of.percent * 10n, 1),
              netAmount: write(net(of), 8),
            }),
          ),
          { onDifference: "rounding_line", lineAmountTypes },
        );
        const total = lines.reduce((sum, of) => sum + net(of), 0n);
        const cents = (total + 500_000n) / 1_000_000n;
        expect(result.predicted.subtotal).toBe(write(cents, 2));
      },
    ),
    { numRuns: 300 },
  );
});
