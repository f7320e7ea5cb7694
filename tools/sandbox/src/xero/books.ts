import type { Clock } from "../clock";
import type { RepeatingInvoice } from "./repeatingData";
import { takeCreditNoteNumber, takeInvoiceNumber } from "./numbering";
import { emptySettlements } from "./seed";
import type {
  Allocation,
  BankTransaction,
  BatchPayment,
  Credit,
  Payment,
} from "./settlementTypes";
import { Table } from "./table";
import type { Transaction } from "./table";
import type {
  Account,
  BrandingTheme,
  Contact,
  ContactGroup,
  Currency,
  Invoice,
  Item,
  Organisation,
  TaxRate,
  TrackingCategory,
  XeroBooks,
} from "./types";
import { calendarDateIn } from "./wireDates";

/** One organisation at work: its tables, its calendar and its counters. */
export interface Books {
  readonly organisation: Organisation;
  readonly accounts: Table<Account>;
  readonly taxRates: Table<TaxRate>;
  readonly currencies: Table<Currency>;
  readonly brandingThemes: Table<BrandingTheme>;
  readonly trackingCategories: Table<TrackingCategory>;
  readonly items: Table<Item>;
  readonly contacts: Table<Contact>;
  readonly contactGroups: Table<ContactGroup>;
  readonly invoices: Table<Invoice>;
  readonly repeatingInvoices: Table<RepeatingInvoice>;
  readonly credits: Table<Credit>;
  readonly allocations: Table<Allocation>;
  readonly payments: Table<Payment>;
  readonly batchPayments: Table<BatchPayment>;
  readonly bankTransactions: Table<BankTransaction>;
  now(): Date;
  /** Today's date where the organisation is. */
  today(): string;
  newId(): string;
  /** The next free number of the sales invoice sequence. */
  takeInvoiceNumber(transaction: Transaction): string;
  takeCreditNoteNumber(transaction: Transaction): string;
}

/** What each accounting request carries. */
export interface XeroEnv {
  Variables: { books: Books; committed: () => void };
}

export function openBooks(
  data: XeroBooks,
  clock: Clock,
  newId: () => string,
): Books {
  // States saved before payments and groups were served lack their tables.
  Object.assign(data, { contactGroups: [] }, emptySettlements(), { ...data });
  return {
    organisation: data.organisation,
    accounts: new Table(data.accounts, (row) => row.AccountID),
    taxRates: new Table(data.taxRates, (row) => row.TaxType),
    currencies: new Table(data.currencies, (row) => row.Code),
    brandingThemes: new Table(
      data.brandingThemes,
      (row) => row.BrandingThemeID,
    ),
    trackingCategories: new Table(
      data.trackingCategories,
      (row) => row.TrackingCategoryID,
    ),
    items: new Table(data.items, (row) => row.ItemID),
    contacts: new Table(data.contacts, (row) => row.ContactID),
    contactGroups: new Table(data.contactGroups, (row) => row.ContactGroupID),
    invoices: new Table(data.invoices, (row) => row.InvoiceID),
    repeatingInvoices: new Table(
      data.repeatingInvoices,
      (row) => row.RepeatingInvoiceID,
    ),
    credits: new Table(data.credits, (row) => row.ID),
    allocations: new Table(data.allocations, (row) => row.AllocationID),
    payments: new Table(data.payments, (row) => row.PaymentID),
    batchPayments: new Table(data.batchPayments, (row) => row.BatchPaymentID),
    bankTransactions: new Table(
      data.bankTransactions,
      (row) => row.BankTransactionID,
    ),
    now: () => clock.now(),
    today: () => calendarDateIn(clock.now(), data.organisation.Timezone),
    newId,
    takeInvoiceNumber: (transaction) => takeInvoiceNumber(data, transaction),
    takeCreditNoteNumber: (transaction) =>
      takeCreditNoteNumber(data, transaction),
  };
}
