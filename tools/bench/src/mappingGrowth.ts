import { readDealInvoiceOptions } from "@hubspot-xero/shared/invoice/options";
import { planInvoice } from "@hubspot-xero/shared/invoice/planInvoice";
import type { LineItem } from "@hubspot-xero/shared/deal/lineItem";
import { parseDecimal, ZERO } from "@hubspot-xero/shared/money/decimal";
import { median } from "./median";
import type { Measured } from "./metric";

const [FEW, MANY] = [1_000, 10_000] as const;
const RUNS = 9;

/**
 * How the time for deciding an invoice grows with its lines; ten times the lines should take ten times as long.
 * Processor time, and the short job repeated until it is as long as the long one: a busy machine disturbs both alike.
 */
export function measureMappingGrowth(): Measured[] {
  const [few, many] = [lines(FEW), lines(MANY)];
  const times = Array.from({ length: RUNS + 1 }, () => ({
    few: planMilliseconds(few, MANY / FEW),
    many: planMilliseconds(many, 1),
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

/** Milliseconds of processor time for each of so many times. */
function planMilliseconds(lineItems: LineItem[], times: number): number {
  const from = process.cpuUsage();
  for (let count = 0; count < times; count += 1) plan(lineItems);
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000 / times;
}

function plan(lineItems: LineItem[]): void {
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
