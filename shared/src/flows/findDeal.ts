import { readDeal, type Deal } from "../deal/deal";
import {
  ConnectorError,
  validation,
  isNotFound,
} from "../error/connectorError";
import { DEAL_PROPERTIES } from "../hubspot/properties";
import type { HubspotObject } from "../hubspot/wire";
import { text, type Input } from "../input/input";
import { toNumber } from "../money/decimal";
import { hubspotAccount, type Context } from "./context";

/** The invoice whose deal is sought: by its id where one is given. */
export type SoughtInvoice = { invoiceId: string } | { invoiceNumber: string };

export function soughtInvoice(input: Input): SoughtInvoice {
  const invoiceId = text(input, "invoiceId");
  if (invoiceId) return { invoiceId };
  const invoiceNumber = text(input, "invoiceNumber");
  if (invoiceNumber) return { invoiceNumber };
  throw validation(
    "Invoice and Invoice Number are both empty. Fill in one of them.",
  );
}

/** The deal of a Xero invoice, by the invoice's id on the deal or by its number; none where no deal has it. */
export async function findDeal(
  context: Pick<Context, "hubspot" | "cache">,
  input: Input,
): Promise<Deal[]> {
  const sought = soughtInvoice(input);
  const account = await hubspotAccount(context);
  const wires =
    "invoiceId" in sought
      ? await byInvoiceId(context, sought.invoiceId)
      : await byInvoiceNumber(context, sought.invoiceNumber);
  return wires.map((wire) => readDeal(wire, account));
}

async function byInvoiceId(
  { hubspot }: Pick<Context, "hubspot">,
  invoiceId: string,
): Promise<HubspotObject[]> {
  try {
    return [
      await hubspot.get(
        "deals",
        invoiceId,
        { properties: DEAL_PROPERTIES, idProperty: "xero_invoice_id" },
        `the deal of invoice ${invoiceId}`,
      ),
    ];
  } catch (error) {
    if (isNotFound(error)) return [];
    throw error;
  }
}

async function byInvoiceNumber(
  { hubspot }: Pick<Context, "hubspot">,
  value: string,
): Promise<HubspotObject[]> {
  const { results } = await hubspot.search("deals", {
    ...invoiceNumberSearch(value),
    limit: 2,
  });
  if (results.length < 2) return results;
  throw new ConnectorError(
    "conflict",
    `Two deals show the invoice number ${value}: ${results.map(({ id }) => id).join(", ")}. Search by the invoice's ID.`,
    { vendor: "hubspot" },
  );
}

/** The search for deals that show an invoice number. */
export function invoiceNumberSearch(value: string) {
  const filter = { propertyName: "xero_invoice_number", operator: "EQ", value };
  return {
    filterGroups: [{ filters: [filter] }],
    properties: DEAL_PROPERTIES,
  };
}

/** A deal as the search hands it out. */
export function dealOutput(deal: Deal) {
  return {
    id: deal.id,
    dealId: deal.id,
    dealName: deal.name,
    dealUrl: deal.url,
    stageId: deal.stageId,
    amount: deal.amount && toNumber(deal.amount),
    currency: deal.currency,
    ownerId: deal.ownerId,
    invoiceId: deal.billing.invoiceId,
    invoiceNumber: deal.billing.invoiceNumber,
    billingState: deal.billing.status,
  };
}
