import type { Transaction } from "./table";
import type { XeroBooks } from "./types";

/** The next free number of the sales invoice sequence, which prepayments share. */
export function takeInvoiceNumber(
  data: XeroBooks,
  transaction: Transaction,
): string {
  const taken = [
    ...data.invoices
      .filter((invoice) => invoice.Type === "ACCREC")
      .map((invoice) => invoice.InvoiceNumber),
    ...data.credits.map((credit) => credit.Number),
  ];
  return takeNumber(data, "nextInvoiceNumber", "INV", taken, transaction);
}

export function takeCreditNoteNumber(
  data: XeroBooks,
  transaction: Transaction,
): string {
  const taken = data.credits.map((credit) => credit.Number);
  return takeNumber(data, "nextCreditNoteNumber", "CN", taken, transaction);
}

function takeNumber(
  data: XeroBooks,
  counter: "nextInvoiceNumber" | "nextCreditNoteNumber",
  prefix: string,
  taken: readonly string[],
  transaction: Transaction,
): string {
  const before = data[counter];
  const used = new Set(taken);
  let number: string;
  do {
    number = `${prefix}-${String(data[counter]).padStart(4, "0")}`;
    data[counter] += 1;
  } while (used.has(number));
  transaction.undo.push(() => {
    data[counter] = before;
  });
  return number;
}
