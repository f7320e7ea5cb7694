import { validation } from "../error/connectorError";
import { readInvoice, type StoredInvoice } from "../invoice/readInvoice";
import type { XeroInvoice } from "../xero/wire";
import { dealIdOf, partOf } from "./billingKey";
import type { Deal } from "./deal";
import { isLive } from "./dealBilling";

/** The invoices of a deal's parts among those whose reference holds its key. */
export function partsOfDeal(
  found: readonly XeroInvoice[],
  dealId: string,
): StoredInvoice[] {
  return found
    .filter(
      ({ Reference }) => dealIdOf(Reference) === dealId && partOf(Reference),
    )
    .map(readInvoice);
}

/**
 * The deposit among invoices as Xero sends them, which its balance takes off; as {@link depositOf}.
 * @param sought the reference of a balance that an earlier attempt may have made, and that is looked for next
 */
export function depositAmong(
  found: readonly XeroInvoice[] | undefined,
  deal: Pick<Deal, "id" | "name">,
  sought?: string,
): StoredInvoice {
  if (found)
    return depositOf(
      partsOfDeal(found, deal.id).filter(
        ({ reference }) => !sought || reference !== sought,
      ),
      deal,
    );
  throw validation(
    `Deal "${deal.name}" is to be billed its balance, which is done one deal at a time. Use the step for one deal.`,
  );
}

/**
 * The deposit among the invoices of a deal, which its balance takes off.
 * @throws ConnectorError `validation` where there is none, where it was voided, where there are several, and where a
 *   balance stands in Xero already
 */
export function depositOf(
  invoices: readonly StoredInvoice[],
  { id, name }: Pick<Deal, "id" | "name">,
): StoredInvoice {
  const ofPart = (part: string) =>
    invoices.filter(({ reference }) => partOf(reference) === part);
  const [balance] = ofPart("balance").filter(isLive);
  if (balance)
    throw validation(
      `Deal "${name}" has the balance invoice ${balance.number ?? balance.id} in Xero, which is not on the deal. Run Update Deal Billing for it, or void it there.`,
    );
  const all = ofPart("deposit");
  const [deposit, another] = all.filter(isLive);
  if (another)
    throw validation(
      `Deal "${name}" has several deposit invoices in Xero: ${all.filter(isLive).map(numberOf).join(", ")}. Void all but one, then run this step again.`,
    );
  if (deposit) return deposit;
  throw validation(
    all[0]
      ? `Deal "${name}": its deposit ${numberOf(all[0])} was voided or deleted in Xero, so there is nothing to take off. Bill a new deposit after clearing "Xero invoice ID" on the deal, or bill the whole deal.`
      : `Deal "${name}" has no deposit in Xero (reference HS-${id}-D), so its balance cannot be billed. Bill the deposit first, or bill the whole deal.`,
  );
}

const numberOf = ({ number, id }: StoredInvoice) => number ?? id;
