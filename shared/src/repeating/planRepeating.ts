import type { CalendarDate } from "../date/calendarDate";
import { invoiceReference } from "../deal/billingKey";
import type { BillingSchedule } from "../deal/billingSchedule";
import type { Deal } from "../deal/deal";
import type { LineItem } from "../deal/lineItem";
import { validation } from "../error/connectorError";
import { planInvoice, type InvoicePlan } from "../invoice/planInvoice";
import { moneyText } from "../money/currency";
import { multiply, type Decimal } from "../money/decimal";
import type { ItemsByCode } from "../xero/items";
import type { XeroSettings } from "../xero/settings";
import type { RepeatingOptions } from "./options";
import { rhythmText } from "./rhythm";
import {
  paymentsUntil,
  scheduledLines,
  type ScheduledLines,
} from "./scheduledLines";

/** `unitdp` is not documented for repeating invoices, so their unit prices are sent with the decimals that all have. */
const PRICE_DECIMALS = 2;

/** A repeating invoice as it is to be made. */
export interface RepeatingPlan {
  key: string;
  reference: string;
  schedule: BillingSchedule;
  /** Each of the invoices that will come of it, dated at the start. */
  each: InvoicePlan;
}

/**
 * Decides the repeating invoices of a deal to the cent, one for each schedule of its lines. Nothing is written.
 * @param lineItems the recurring ones
 * @param today in the account's time zone
 * @throws ConnectorError `validation` when a line cannot be billed as it stands
 */
export function planRepeating({
  deal,
  lineItems,
  options,
  settings,
  items,
  today,
}: {
  deal: Deal;
  lineItems: readonly LineItem[];
  options: RepeatingOptions;
  settings: XeroSettings;
  items: ItemsByCode;
  today: CalendarDate;
}): RepeatingPlan[] {
  const { pastStart } = options;
  return scheduledLines(deal, lineItems, today, pastStart).map((scheduled) => {
    const { key, schedule, lines } = scheduled;
    const reference = invoiceReference(options.invoice.reference, key);
    const each = planInvoice({
      deal,
      lineItems: lines,
      reference,
      options: options.invoice,
      settings,
      items,
      today: schedule.start,
      priceDecimals: PRICE_DECIMALS,
    });
    if (pastStart === "refuse" && schedule.start < today)
      throw startsInThePast(deal, scheduled, each, today);
    return { key, reference, schedule, each };
  });
}

function startsInThePast(
  { name, currency }: Deal,
  { schedule, lines }: ScheduledLines,
  { predicted }: InvoicePlan,
  today: CalendarDate,
) {
  const count = paymentsUntil(schedule, today);
  const total = multiply(String(count) as Decimal, predicted.total);
  return validation(
    `Deal "${name}", line "${lines[0]?.name}": it is billed ${rhythmText(schedule)} from ${schedule.start}, so Xero would at once make ${count === 1 ? "one invoice" : `${count} invoices`} over ${moneyText(total, currency)} in all. Correct the billing start date in HubSpot, or choose in this step to bill past dates or to start at the next date.`,
  );
}
