import type { CalendarDate } from "../date/calendarDate";
import type { Deal } from "../deal/deal";
import type { LineItem } from "../deal/lineItem";
import { validation } from "../error/connectorError";
import { add, compare, sum, ZERO, type Decimal } from "../money/decimal";
import { findItem, type ItemsByCode } from "../xero/items";
import type { XeroSettings } from "../xero/settings";
import { billLine } from "./billLine";
import { lineRate } from "./codeLine";
import { dueDate } from "./dueDate";
import type { Invoice, InvoiceLine, Totals } from "./invoice";
import type { DealInvoiceOptions } from "./options";
import { predictLineAmount, predictTotals } from "./predictTotals";
import { roundingLines, shortOfUnit, shortOfWorth } from "./roundingLine";

export interface InvoicePlan {
  invoice: Invoice;
  /** What Xero must answer. */
  predicted: Totals;
  /** The rounding line's amount; zero where there is none. */
  rounding: Decimal;
  /** How many lines of the draft have no account, and so no tax as yet. */
  linesWithoutTax: number;
  /** The organisation's own currency. */
  baseCurrency: string;
}

/**
 * Decides the whole invoice of a deal, down to the cent, before anything is written.
 * @param today the invoice date, in the account's time zone
 * @throws ConnectorError `validation` when the deal cannot be billed as it stands
 */
export function planInvoice({
  deal,
  lineItems,
  reference,
  options,
  settings,
  items,
  today,
  priceDecimals,
}: {
  deal: Deal;
  lineItems: readonly LineItem[];
  /** Unique to what is billed, so that the invoice can be found again. */
  reference: string;
  options: DealInvoiceOptions;
  settings: XeroSettings;
  /** Xero's sellable items by lower-case code. */
  items: ItemsByCode;
  today: CalendarDate;
  /** How many the document holds of a unit price; 4 unless told. */
  priceDecimals?: number;
}): InvoicePlan {
  const billed = lineItems.length ? lineItems : [amountLine(deal, options)];
  const lines = billed.map((line): InvoiceLine => {
    if (line.currency && line.currency !== deal.currency) {
      throw validation(
        `Deal "${deal.name}", line "${line.name}": its currency is ${line.currency}, the deal's is ${deal.currency}. Give them the same currency in HubSpot.`,
      );
    }
    return {
      ...billLine(line, priceDecimals),
      ...codes(line, deal, options, items),
    };
  });
  const owner = `Deal "${deal.name}"`;
  const net = sum(billed.map(({ netAmount }) => netAmount));
  const level = (rounding: Decimal) => {
    const invoice: Invoice = {
      status: options.status,
      lineAmountTypes: options.lineAmountTypes,
      currency: deal.currency,
      date: today,
      dueDate:
        options.dueInDays === undefined
          ? undefined
          : dueDate(today, options.dueInDays, options.dueRule),
      reference,
      brandingThemeId: options.brandingThemeId,
      url: deal.url,
      lines: [...lines, ...roundingLines(rounding, options, settings)],
    };
    const predicted = predictInvoice(invoice, owner, settings);
    return { invoice, predicted, rounding };
  };
  const first = level(shortOfWorth(lines, net, deal, options));
  const fraction = shortOfUnit(first.predicted.total, deal, options);
  const { invoice, predicted, rounding } =
    fraction === ZERO ? first : level(add(first.rounding, fraction));
  checkLockDate(invoice, owner, settings);
  return {
    invoice,
    predicted,
    rounding,
    linesWithoutTax:
      options.lineAmountTypes === "NoTax"
        ? 0
        : invoice.lines.filter(
            ({ accountCode, taxType }) => !accountCode && !taxType,
          ).length,
    baseCurrency: settings.baseCurrency,
  };
}

/** Refuses what Xero would refuse: a document, not a draft, in a locked period. */
export function checkLockDate(
  { date, status }: Pick<Invoice, "date" | "status">,
  owner: string,
  { lockedUntil }: XeroSettings,
  document = "invoice",
): void {
  if (status === "DRAFT" || !date || !lockedUntil || date > lockedUntil) return;
  throw validation(
    `${owner}: the ${document} date ${date} lies in a period that is locked in Xero until ${lockedUntil}. Choose a later date, or move the lock date in Xero (Settings > Financial settings).`,
    { maybeStale: true },
  );
}

/** Checks every line's account and tax type, and predicts the totals. */
export function predictInvoice(
  invoice: Invoice,
  owner: string,
  settings: XeroSettings,
): Totals {
  return predictTotals(
    invoice.lines.map((line) => ({
      lineAmount: predictLineAmount(line),
      rate: lineRate(
        line,
        `${owner}, line "${line.description.split("\n")[0]}"`,
        invoice,
        settings,
      ),
    })),
    invoice.lineAmountTypes,
  );
}

/** Tax by the user's table, then the item, then the user's default; what is left out, Xero takes from the account. */
function codes(
  line: LineItem,
  deal: Deal,
  options: DealInvoiceOptions,
  items: ItemsByCode,
): Pick<InvoiceLine, "accountCode" | "taxType" | "itemCode" | "tracking"> {
  const item = findItem(items, line.sku);
  const taxed = options.lineAmountTypes !== "NoTax";
  return {
    itemCode: item?.code,
    accountCode: item?.accountCode ?? options.accountCode,
    taxType: taxed
      ? (mappedTax(line, deal, options) ?? item?.taxType ?? options.taxType)
      : undefined,
    tracking: options.tracking,
  };
}

/** The tax table must know every rate that the lines carry: a rate that somebody chose in HubSpot is not the default's. */
function mappedTax(
  { name, taxRateId }: LineItem,
  deal: Deal,
  { taxTable }: DealInvoiceOptions,
): string | undefined {
  if (!taxRateId) return undefined;
  const mapped = Object.hasOwn(taxTable, taxRateId)
    ? taxTable[taxRateId]
    : undefined;
  if (mapped) return mapped;
  throw validation(
    `Deal "${deal.name}", line "${name}": its HubSpot tax rate (${taxRateId}) is not in the tax table. Add a row for it in this step.`,
  );
}

function amountLine(deal: Deal, options: DealInvoiceOptions): LineItem {
  const { amount } = deal;
  if (options.withoutLines === "refuse") {
    throw validation(
      `Deal "${deal.name}" has no line items. Add them in HubSpot, or let this step invoice the deal's amount on one line.`,
    );
  }
  if (amount === undefined || compare(amount, ZERO) <= 0) {
    throw validation(
      `Deal "${deal.name}" has neither line items nor an amount above zero. Fill in one of them in HubSpot.`,
    );
  }
  return {
    id: deal.id,
    name: deal.name,
    quantity: "1" as Decimal,
    unitPrice: amount,
    discountPerUnit: ZERO,
    discountPercent: ZERO,
    netAmount: amount,
  };
}
