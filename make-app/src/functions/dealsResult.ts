import { writeSyncMark } from "@hubspot-xero/shared/deal/syncMark";
import { ConnectorError } from "@hubspot-xero/shared/error/connectorError";
import type { DealAccount } from "@hubspot-xero/shared/flows/dealLedger";
import { dealsInvoiceOutput } from "@hubspot-xero/shared/flows/dealsInvoiceOutput";
import { throwIfNothingDone } from "@hubspot-xero/shared/flows/nothingDone";
import { attempt, type Problem } from "./attempt";
import type { DealRow, DealRows } from "./dealRows";

/**
 * What the module hands out: how many deals came to what, and a row for each, with what `Update a deal` must know of
 * those whose invoice is not on the deal yet. A problem where no deal has got its invoice.
 */
export function dealsResult(deals: DealRows | Problem) {
  return attempt(() => {
    if ("problem" in deals) return deals;
    const accounts = deals.rows.map(accountOf);
    throwIfNothingDone(accounts);
    const output = dealsInvoiceOutput({ accounts, more: false });
    const invoices = output.invoices.map((row, index) => ({
      ...row,
      ...forUpdate(deals.rows[index]!),
    }));
    return { output: { ...output, more: undefined, invoices } };
  });
}

function accountOf({
  billing: { deal },
  outcome,
  invoice,
  plan,
  ...row
}: DealRow): DealAccount {
  const account = { dealId: deal.id, deal };
  if (outcome === "already_invoiced")
    return { ...account, result: { outcome, deal } };
  if (outcome === "recovered" && invoice)
    return { ...account, result: { outcome, deal, invoice } };
  if (outcome === "created" && invoice && plan) {
    const contact = {
      contactId: row.contactId ?? "",
      outcome: row.contactOutcome ?? "matched",
    };
    return { ...account, result: { outcome, deal, invoice, plan, contact } };
  }
  const { kind, message } = row.failure ?? {
    kind: "busy",
    message: `Deal "${deal.name}" was not invoiced: too many deals of this run had been begun one by one. Run this scenario again: nothing is made twice.`,
  };
  return { ...account, error: new ConnectorError(kind, message) };
}

function forUpdate({ billing, invoice }: DealRow) {
  return (
    invoice && {
      invoice: { ...invoice, lines: [] },
      syncMark: writeSyncMark({ ...billing.begun, state: "done" }),
    }
  );
}
