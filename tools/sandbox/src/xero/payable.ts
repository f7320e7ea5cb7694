import type { Books } from "./books";
import { byNumber } from "./invoiceFind";
import type { PostedDocument } from "./paymentData";
import { sideOf } from "./settlementTypes";
import type {
  Credit,
  CreditStatus,
  DocumentKind,
  PaidDocument,
} from "./settlementTypes";
import type { Invoice, InvoiceType } from "./types";

/** What a payment pays: an invoice, or a credit that is paid back. */
export interface Payable extends PaidDocument {
  Side: InvoiceType;
  Status: CreditStatus;
  Outstanding: number;
  Date: string;
  CurrencyCode: string;
  CurrencyRate: number;
}

function payableInvoice(invoice: Invoice): Payable {
  const { InvoiceID, Type, Status, AmountDue } = invoice;
  const { Date, CurrencyCode, CurrencyRate } = invoice;
  return {
    Kind: "Invoice",
    ID: InvoiceID,
    Side: Type,
    Status,
    Outstanding: AmountDue,
    Date,
    CurrencyCode,
    CurrencyRate,
  };
}

function payableCredit(credit: Credit): Payable {
  const { Kind, ID, Type, Status, RemainingCredit } = credit;
  const { Date, CurrencyCode, CurrencyRate } = credit;
  return {
    Kind,
    ID,
    Side: sideOf(Type),
    Status,
    Outstanding: RemainingCredit,
    Date,
    CurrencyCode,
    CurrencyRate,
  };
}

/** The document that a posted payment names, by id or by number. Only the text about several was seen. */
export function findPayable(
  books: Books,
  posted: PostedDocument,
): { payable?: Payable; messages: string[] } {
  const named = namedDocuments(posted);
  const [document] = named;
  if (!document)
    return { messages: ["A payment must name the document that it pays."] };
  if (named.length > 1)
    return { messages: ["Payment is applied to more than one document."] };
  const payable = find(books, document.kind, document.key);
  return payable
    ? { payable, messages: [] }
    : {
        messages: [
          document.kind === "CreditNote"
            ? "An existing Credit Note with the specified CreditNoteID could not be found"
            : `An existing ${document.kind} with the specified ID could not be found`,
        ],
      };
}

interface NamedDocument {
  kind: DocumentKind;
  key: string;
}

function namedDocuments(posted: PostedDocument): NamedDocument[] {
  const { Invoice, CreditNote, Prepayment, Overpayment } = posted;
  const keys: [DocumentKind, string | undefined][] = [
    [
      "Invoice",
      Invoice?.InvoiceID ?? Invoice?.InvoiceNumber ?? posted.InvoiceNumber,
    ],
    [
      "CreditNote",
      CreditNote?.CreditNoteID ??
        CreditNote?.CreditNoteNumber ??
        posted.CreditNoteNumber,
    ],
    ["Prepayment", Prepayment?.PrepaymentID],
    ["Overpayment", Overpayment?.OverpaymentID],
  ];
  return keys.flatMap(([kind, key]) => (key ? [{ kind, key }] : []));
}

function find(
  books: Books,
  kind: DocumentKind,
  key: string,
): Payable | undefined {
  if (kind === "Invoice") {
    const invoice =
      books.invoices.get(key) ?? byNumber(books.invoices.all(), key);
    return invoice && payableInvoice(invoice);
  }
  const credit = findCredit(books, kind, key);
  return credit && payableCredit(credit);
}

/** By id, or by the number of a credit note. */
export function findCredit(
  books: Books,
  kind: Credit["Kind"],
  key: string,
): Credit | undefined {
  const byId = books.credits.get(key);
  if (byId) return byId.Kind === kind ? byId : undefined;
  if (kind !== "CreditNote") return undefined;
  const wanted = key.toLowerCase();
  return books.credits
    .all()
    .find(
      (credit) =>
        credit.Kind === kind &&
        credit.Status !== "DELETED" &&
        credit.Number.toLowerCase() === wanted,
    );
}
