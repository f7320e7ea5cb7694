import type { Clock } from "../clock";
import { Table } from "./table";
import type { Transaction } from "./table";
import type {
  Account,
  BrandingTheme,
  Contact,
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
  readonly invoices: Table<Invoice>;
  now(): Date;
  /** Today's date where the organisation is. */
  today(): string;
  newId(): string;
  /** The next free number of the sales invoice sequence. */
  takeInvoiceNumber(transaction: Transaction): string;
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
  const books: Books = {
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
    invoices: new Table(data.invoices, (row) => row.InvoiceID),
    now: () => clock.now(),
    today: () => calendarDateIn(clock.now(), data.organisation.Timezone),
    newId,
    takeInvoiceNumber: (transaction) => {
      const before = data.nextInvoiceNumber;
      const taken = new Set(
        books.invoices
          .all()
          .filter((invoice) => invoice.Type === "ACCREC")
          .map((invoice) => invoice.InvoiceNumber),
      );
      let number: string;
      do {
        number = `INV-${String(data.nextInvoiceNumber).padStart(4, "0")}`;
        data.nextInvoiceNumber += 1;
      } while (taken.has(number));
      transaction.undo.push(() => {
        data.nextInvoiceNumber = before;
      });
      return number;
    },
  };
  return books;
}
