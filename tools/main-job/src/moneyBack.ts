import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import type { MeteredCall } from "@hubspot-xero/sandbox/meter";
import type { Sandbox } from "@hubspot-xero/sandbox/sandbox";
import type { Zapier } from "./zapier";

/** What a deal shows of its invoice. */
export interface Shown {
  state: string;
  paid: string;
  due: string;
  credited: string;
}

/** One deal, before and after the Zap "payment -> deal". */
export interface DealMoney {
  dealName: string;
  what: string;
  before: Shown;
  after: Shown;
}

export interface MoneyBackResult {
  deals: DealMoney[];
  events: number;
  calls: MeteredCall[];
}

interface BillingEvent {
  id: string;
  invoice_id: string;
  deal_id?: string;
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
];

/** The accountant's day in Xero, then the Zaps that carry it to the deals. Invoices that were touched before are left alone. */
export async function runMoneyBack(
  zapier: Zapier,
  sandbox: Sandbox,
  authData: Record<string, string>,
): Promise<MoneyBackResult> {
  const poll = async () => {
    const events: BillingEvent[] = [];
    for (const key of ["payment_received", "invoice_updated"])
      events.push(
        ...(await zapier.run<BillingEvent[]>("triggers", key, {
          authData,
          inputData: {},
        })),
      );
    return events;
  };
  const seen = new Set((await poll()).map(({ id }) => id));
  const touched = HAPPENINGS.flatMap(([dealId, what, happen]) => {
    const books = openInvoice(sandbox, dealId);
    if (!books) return [];
    const before = shown(sandbox, dealId);
    happen(books);
    return [{ dealId, what, before }];
  });
  const { result: events, calls } = await sandbox.meter.during(async () => {
    const fresh = (await poll()).filter(({ id }) => !seen.has(id));
    for (const event of fresh)
      if (event.deal_id)
        await zapier.run("creates", "update_deal_billing", {
          authData,
          inputData: { invoice_id: event.invoice_id },
        });
    return fresh.length;
  });
  const deals = touched.map(({ dealId, what, before }) => ({
    dealName:
      sandbox.hubspot.get("deals", dealId)?.properties["dealname"] ?? "",
    what,
    before,
    after: shown(sandbox, dealId),
  }));
  return { deals, events, calls };
}

interface Books {
  /** Pays a share of the invoice; returns the payment's id. */
  pay(share: number): string;
  reverse(paymentId: string): void;
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

function shown({ hubspot }: Sandbox, dealId: string): Shown {
  const { properties = {} } = hubspot.get("deals", dealId) ?? {};
  return {
    state: properties["xero_invoice_status"] ?? "",
    paid: properties["xero_amount_paid"] ?? "",
    due: properties["xero_amount_due"] ?? "",
    credited: properties["xero_amount_credited"] ?? "",
  };
}
