import { readDealInvoiceOptions } from "@hubspot-xero/shared/invoice/options";
import { planInvoice } from "@hubspot-xero/shared/invoice/planInvoice";
import type { LineItem } from "@hubspot-xero/shared/deal/lineItem";
import { parseDecimal, ZERO } from "@hubspot-xero/shared/money/decimal";
import { median } from "./median";
import type { Measured } from "./metric";

const [FEW, MANY] = [1_000, 10_000] as const;
const RUNS = 9;

/** How the time for deciding an invoice grows with its lines. Ten times the lines should take ten times as long. */
export function measureMappingGrowth(): Measured[] {
  const [few, many] = [lines(FEW), lines(MANY)];
  const times = Array.from({ length: RUNS + 1 }, () => ({
    few: planMilliseconds(few),
    many: planMilliseconds(many),
  })).slice(1); // The first run compiles.
  const typical = (of: "few" | "many") => median(times.map((time) => time[of]));
  const value = Math.round((typical("many") / typical("few")) * 10) / 10;
  return [
    {
      key: "mapping.growth",
      value,
      detail: `${typical("many").toFixed(1)} ms / ${typical("few").toFixed(1)} ms, medians of ${RUNS}`,
    },
  ];
}

function planMilliseconds(lineItems: LineItem[]): number {
  const from = performance.now();
  planInvoice({
    deal: {
      id: "701",
      name: "Long list",
      url: "https://app.hubspot.com/contacts/1/record/0-3/701",
      currency: "GBP",
      companies: [],
      contactIds: [],
      lineItemIds: [],
      billing: {},
    },
    lineItems,
    reference: "HS-701",
    options: readDealInvoiceOptions({
      accountCode: "200",
      taxType: "OUTPUT2",
      onDifference: "rounding_line",
    }),
    settings: {
      organisationName: "Studio",
      baseCurrency: "GBP",
      paysTax: true,
      accounts: {
        200: { name: "Sales", taxType: "OUTPUT2" },
        860: { name: "Rounding", taxType: "NONE" },
      },
      refusedAccounts: {},
      roundingAccount: "860",
      taxRates: {
        OUTPUT2: { name: "20% (VAT on Income)", rate: parseDecimal("20") },
        NONE: { name: "No VAT", rate: ZERO },
      },
    },
    items: {},
    today: "2026-11-23",
  });
  return performance.now() - from;
}

/** Prices of three decimals and a discount, so that each line is rounded. */
function lines(count: number): LineItem[] {
  return Array.from({ length: count }, (_, index) => ({
    id: String(index),
    name: `Line ${index + 1}`,
    quantity: parseDecimal("3"),
    unitPrice: parseDecimal("33.335"),
    discountPerUnit: ZERO,
    discountPercent: parseDecimal("10"),
    netAmount: parseDecimal("90.0045"),
  }));
}
