import {
  readCompany,
  readContact,
  withBillingPerson,
  type Customer,
} from "@hubspot-xero/shared/customer/customer";
import {
  dateInZone,
  type Instant,
} from "@hubspot-xero/shared/date/calendarDate";
import {
  readLineItems,
  type LineItem,
} from "@hubspot-xero/shared/deal/lineItem";
import type { OpenedDeal } from "@hubspot-xero/shared/deal/openedDeal";
import {
  begunRepeating,
  writeRepeatingMark,
  type RepeatingMark,
} from "@hubspot-xero/shared/deal/repeatingMark";
import { writeSyncMark } from "@hubspot-xero/shared/deal/syncMark";
import { billableDealOutput } from "@hubspot-xero/shared/flows/stageEntryOutput";
import type { HubspotObject } from "@hubspot-xero/shared/hubspot/wire";
import type { DealToBill } from "./openDeal";

/** A deal with all that an invoice needs, exact: what the Xero modules bill. */
export interface Billing extends OpenedDeal {
  customer?: Customer;
  lineItems: LineItem[];
  /** Of the HubSpot account: the invoice is dated by it. */
  timeZone: string;
  /** The mark of the attempt at its repeating invoices, where it was read for them. */
  repeating?: RepeatingMark;
  /** What that step wants in references, before the key. */
  referenceText?: string;
  /** When all this was read. */
  readAt: Instant;
}

/** What the module hands out, and the marks that it leaves on the deal before anything is written to Xero, if any. */
export function dealForBilling(
  { opened, isRepeating, referenceText, isDone }: DealToBill,
  timeZone: string,
  now: Date | string,
  lines: readonly HubspotObject[] = [],
  company?: HubspotObject,
  people: readonly HubspotObject[] = [],
) {
  const { deal } = opened;
  const lineItems = readLineItems(inOrder(deal.lineItemIds, lines), deal.name);
  const customer = isDone
    ? undefined
    : payer(company, inOrder(deal.contactIds, people).map(readContact));
  const closeDate = deal.closeDate && dateInZone(deal.closeDate, timeZone);
  const readAt = new Date(now).toISOString();
  const billing: Billing = {
    ...opened,
    customer,
    lineItems,
    timeZone,
    readAt,
    ...(isRepeating && {
      repeating: begunRepeating(deal, dateInZone(readAt, timeZone)),
      referenceText,
    }),
  };
  return {
    marks: marksOf(billing),
    output: {
      ...billableDealOutput({ deal, closeDate, customer, lineItems }),
      alreadyInvoiced: opened.invoiced,
      invoiceNumber: deal.billing.invoiceNumber,
      // Lines are not read of a deal whose repeating invoices were made.
      hasRecurringLines: (isRepeating && isDone) || lineItems.some(isRecurring),
      billing,
    },
  };
}

const isRecurring = ({ recurring }: LineItem): boolean => Boolean(recurring);

/**
 * One for the invoice that is to be made, and one for the repeating invoices. A deal whose invoice may bill its recurring
 * lines gets none of these: a mark would say that it does not.
 */
function marksOf({
  deal: { billing },
  lineItems,
  invoiced,
  begun,
  repeating,
}: Billing): Record<string, string> | undefined {
  const isScheduled = repeating && lineItems.some(isRecurring);
  const isInvoiceDue =
    !invoiced && !(isScheduled && lineItems.every(isRecurring));
  const isKnown = !invoiced || billing.repeatingMark || billing.repeatingIds;
  const marks = {
    ...(isInvoiceDue && { xero_sync_mark: writeSyncMark(begun) }),
    ...(isScheduled &&
      isKnown && { xero_repeating_mark: writeRepeatingMark(repeating) }),
  };
  return Object.keys(marks).length > 0 ? marks : undefined;
}

function payer(
  wire: HubspotObject | undefined,
  people: readonly Customer[],
): Customer | undefined {
  if (!wire) return people[0];
  const company = readCompany(wire);
  return company.xeroContactId ? company : withBillingPerson(company, people);
}

function inOrder(
  ids: readonly string[],
  records: readonly HubspotObject[],
): HubspotObject[] {
  return ids.flatMap((id) => records.find((record) => record.id === id) ?? []);
}
