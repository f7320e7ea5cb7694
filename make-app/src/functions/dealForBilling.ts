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
import { partOf } from "@hubspot-xero/shared/deal/billingKey";
import {
  readLineItems,
  type LineItem,
} from "@hubspot-xero/shared/deal/lineItem";
import type { OpenedDeal } from "@hubspot-xero/shared/deal/openedDeal";
import { writeSyncMark } from "@hubspot-xero/shared/deal/syncMark";
import { billableDealOutput } from "@hubspot-xero/shared/flows/stageEntryOutput";
import type { HubspotObject } from "@hubspot-xero/shared/hubspot/wire";
import type { DealToBill } from "./openDeal";

/** A deal with all that an invoice needs, exact: what the Xero modules bill. */
export interface Billing extends OpenedDeal {
  customer?: Customer;
  lineItems: LineItem[];
  /** Some of its invoices bill a part of the deal: they are read with it. */
  inParts: boolean;
  /** Of the HubSpot account: the invoice is dated by it. */
  timeZone: string;
  /** When all this was read. */
  readAt: Instant;
}

/** What the module hands out, and the mark that it leaves on the deal before anything is written to Xero. */
export function dealForBilling(
  { opened, isDone }: DealToBill,
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
    inParts: Boolean(opened.part ?? partOf(deal.billing.mark?.billingKey)),
    customer,
    lineItems,
    timeZone,
    readAt,
  };
  return {
    mark: writeSyncMark(opened.begun),
    output: {
      ...billableDealOutput({ deal, closeDate, customer, lineItems }),
      alreadyInvoiced: opened.invoiced,
      invoiceNumber: deal.billing.invoiceNumber,
      billing,
    },
  };
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
