import type { Customer } from "../customer/customer";
import { toNumber } from "../money/decimal";
import type { StageEntryEvent } from "./stageEntryEvents";

/** A stage entry as the trigger hands it out: flat, amounts as numbers, instants ISO 8601 in UTC. */
export function stageEntryOutput(event: StageEntryEvent) {
  const { deal } = event;
  return {
    id: event.id,
    dealId: deal.id,
    dealName: deal.name,
    amount: deal.amount && toNumber(deal.amount),
    currency: deal.currency,
    pipelineId: deal.pipelineId,
    stageId: event.stageId,
    stageName: event.stageName,
    enteredAt: event.enteredAt,
    closeDate: deal.closeDate,
    dealUrl: deal.url,
    ownerId: deal.ownerId,
    invoiceId: deal.billing.invoiceId,
    billingProblem: event.billingProblem,
    customer: event.customer && customerOutput(event.customer),
    lineItems: event.lineItems.map((line) => ({
      id: line.id,
      name: line.name,
      description: line.description,
      sku: line.sku,
      quantity: toNumber(line.quantity),
      unitPrice: toNumber(line.unitPrice),
      discountPerUnit: toNumber(line.discountPerUnit),
      discountPercent: toNumber(line.discountPercent),
      netAmount: toNumber(line.netAmount),
      taxRateId: line.taxRateId,
      billingFrequency: line.recurring?.frequency,
    })),
  };
}

function customerOutput({ address = {}, ...customer }: Customer) {
  return {
    ...customer,
    addressLine1: address.line1,
    addressLine2: address.line2,
    city: address.city,
    region: address.region,
    postalCode: address.postalCode,
    country: address.country,
  };
}
