import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import type { Sandbox } from "@hubspot-xero/sandbox/sandbox";

/** What a deal shows of its invoice. */
export interface Shown {
  state: string;
  paid: string;
  due: string;
  credited: string;
}

/** A deal whose invoice something happened to. */
export interface Touched {
  dealId: string;
  what: string;
  /** What the deal showed before anything was carried to it. */
  before: Shown;
}

const HAPPENINGS: [string, string, (books: Books) => void][] = [
  [DEAL.website, "paid in full", (books) => books.pay(1)],
  [DEAL.brand, "half of it paid", (books) => books.pay(0.5)],
  [
    DEAL.campaign,
    "paid, and the payment reversed",
    (books) => books.reverse(books.pay(1)),
  ],
  [DEAL.email, "credited by 20.00", (books) => books.credit(20)],
  [
    DEAL.photography,
    "paid, and 25.00 too much",
    (books) => {
      books.pay(1);
      books.overpay(25);
    },
  ],
];

/** The accountant's day in Xero. Invoices that were touched before are left alone. */
export function accountantsDay(sandbox: Sandbox): Touched[] {
  return HAPPENINGS.flatMap(([dealId, what, happen]) => {
    const books = openInvoice(sandbox, dealId);
    if (!books) return [];
    const before = shown(sandbox, dealId);
    happen(books);
    return [{ dealId, what, before }];
  });
}

interface Books {
  /** Pays a share of the invoice; returns the payment's id. */
  pay(share: number): string;
  reverse(paymentId: string): void;
  /** The customer's money beyond what was due, set against nothing. */
  overpay(amount: number): void;
  credit(amount: number): void;
}

/** A person's hands on the deal's invoice; undefined when there is none, or something was paid or credited before. */
function openInvoice({ xero }: Sandbox, dealId: string): Books | undefined {
  const { invoices, payments } = xero.books();
  const invoice = invoices.find(
    ({ Reference }) => Reference === `HS-${dealId}`,
  );
  const isUntouched =
    invoice &&
    Number(invoice.AmountDue) === Number(invoice.Total) &&
    !payments.some(({ Document }) => Document.ID === invoice.InvoiceID);
  if (!isUntouched) return undefined;
  const person = xero.person();
  return {
    pay: (share) =>
      person.pay(
        invoice.InvoiceID,
        share === 1
          ? Number(invoice.Total)
          : Math.floor(Number(invoice.Total) * share),
      ).PaymentID,
    reverse: (paymentId) => void person.deletePayment(paymentId),
    overpay: (amount) => void person.overpay(invoice.Contact.ContactID, amount),
    credit: (amount) => {
      const note = person.createCreditNote({
        Type: "ACCRECCREDIT",
        Status: "AUTHORISED",
        Contact: { ContactID: invoice.Contact.ContactID },
        LineAmountTypes: "NoTax",
        LineItems: [
          {
            Description: "Goodwill",
            Quantity: 1,
            UnitAmount: amount,
            AccountCode: "200",
          },
        ],
      });
      person.allocate(note.ID, invoice.InvoiceID, amount);
    },
  };
}

/** What a deal shows now. */
export function shown({ hubspot }: Sandbox, dealId: string): Shown {
  const { properties = {} } = hubspot.get("deals", dealId) ?? {};
  return {
    state: properties["xero_invoice_status"] ?? "",
    paid: properties["xero_amount_paid"] ?? "",
    due: properties["xero_amount_due"] ?? "",
    credited: properties["xero_amount_credited"] ?? "",
  };
}
