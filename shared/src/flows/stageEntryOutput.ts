import type { Customer } from "../customer/customer";
import type { LineItem } from "../deal/lineItem";
import {
  compare,
  multiply,
  round,
  subtract,
  toNumber,
  ZERO,
  type Decimal,
} from "../money/decimal";
import type { BillableDeal } from "./billableDeals";
import type { StageEntry } from "./stageEntry";
import type { StageEntryEvent } from "./stageEntryEvents";

/** A stage entry as the trigger hands it out: flat, amounts as numbers, instants ISO 8601 in UTC. */
export function stageEntryOutput(event: StageEntryEvent | StageEntry) {
  if (!("deal" in event)) return event;
  return {
    id: event.id,
    ...billableDealOutput(event),
    stageId: event.stageId,
    stageName: event.stageName,
    enteredAt: event.enteredAt,
    billingProblem: event.billingProblem,
  };
}

/** A deal with its payer and lines: flat, amounts as numbers. */
export function billableDealOutput({
  deal,
  closeDate,
  customer,
  lineItems,
}: Pick<BillableDeal, "deal" | "closeDate" | "customer" | "lineItems">) {
  return {
    ...plainDealOutput({ deal, closeDate }),
    customer: customer && customerOutput(customer),
    lineItems: lineItems.map((line) => ({
      id: line.id,
      name: line.name,
      description: line.description,
      sku: line.sku,
      quantity: toNumber(line.quantity),
      unitPrice: toNumber(line.unitPrice),
      discountPerUnit: toNumber(line.discountPerUnit),
      discountPercent: toNumber(line.discountPercent),
      discountAmount: toNumber(discountAmount(line)),
      netAmount: toNumber(line.netAmount),
      taxRateId: line.taxRateId,
      billingFrequency: line.recurring?.frequency,
    })),
  };
}

/** A deal without what is associated with it. */
export function plainDealOutput({
  deal,
  closeDate,
}: Pick<BillableDeal, "deal" | "closeDate">) {
  return {
    dealId: deal.id,
    dealName: deal.name,
    amount: deal.amount && toNumber(deal.amount),
    currency: deal.currency,
    pipelineId: deal.pipelineId,
    stageId: deal.stageId,
    closeDate,
    dealUrl: deal.url,
    ownerId: deal.ownerId,
    invoiceId: deal.billing.invoiceId,
  };
}

/** What the discount takes off the whole line, to the cent: what an invoice line's discount amount is. */
function discountAmount({ quantity, unitPrice, netAmount }: LineItem): Decimal {
  const gross = round(multiply(quantity, unitPrice), 2);
  const discount = subtract(gross, round(netAmount, 2));
  // HubSpot's own rounding may lie a cent above ours.
  return compare(discount, ZERO) < 0 ? ZERO : discount;
}

function customerOutput({ address = {}, ...customer }: Customer) {
  return {
    type: customer.type,
    hubspotId: customer.hubspotId,
    name: customer.name,
    firstName: customer.firstName,
    lastName: customer.lastName,
    email: customer.email,
    phone: customer.phone ?? customer.mobile,
    xeroContactId: customer.xeroContactId,
    addressLine1: address.line1,
    addressLine2: address.line2,
    city: address.city,
    region: address.region,
    postalCode: address.postalCode,
    country: address.country,
  };
}
