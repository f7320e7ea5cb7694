import type { Books } from "./books";
import type { PostedLine } from "./invoiceData";
import type { InvoiceChoices } from "./invoiceChoices";
import type { Account, Contact, TaxRate } from "./types";

export interface LineContext extends InvoiceChoices {
  contact: Contact | undefined;
  /** Decimals of unit amounts in this request. */
  places: number;
}

/** System accounts that only Xero posts to. */
const CLOSED_SYSTEM_ACCOUNTS = [
  "DEBTORS",
  "CREDITORS",
  "GST",
  "BANKCURRENCYGAIN",
  "REALISEDCURRENCYGAIN",
  "UNREALISEDCURRENCYGAIN",
  "RETAINEDEARNINGS",
  "TRACKINGTRANSFERS",
  "UNPAIDEXPCLM",
];

export interface LineAccount {
  account?: Account;
  messages: string[];
  warnings: string[];
}

/** The account of a line: its own, else its item's. A draft loses one it cannot use; only approval insists. */
export function resolveAccount(
  books: Books,
  posted: PostedLine,
  fromItem: string | undefined,
  { status }: LineContext,
): LineAccount {
  const own = posted.AccountCode || posted.AccountID;
  const account =
    posted.AccountID && !posted.AccountCode
      ? books.accounts.get(posted.AccountID)
      : findAccount(books, own || fromItem);
  if (account && isOpen(account))
    return { account, messages: [], warnings: [] };
  const wanted = own || fromItem;
  if (status !== "DRAFT")
    return {
      messages: wanted
        ? accountProblems(wanted, own !== wanted, account)
        : missingAccount(posted),
      warnings: [],
    };
  return {
    messages: [],
    warnings: wanted
      ? [
          `Account code '${wanted}' has been removed as it does not match a recognised account.`,
        ]
      : [],
  };
}

export function findAccount(
  books: Books,
  code: string | undefined,
): Account | undefined {
  return books.accounts.all().find((account) => account.Code === code);
}

/** The second message follows from the first: an account would have brought its tax type. */
function missingAccount({ TaxType }: PostedLine): string[] {
  const missing = "Account code or ID must be specified";
  return TaxType ? [missing] : [missing, "The TaxType field is mandatory"];
}

function accountProblems(
  code: string,
  isFromItem: boolean,
  account: Account | undefined,
): string[] {
  if (isFromItem) return ["Account must be valid.", "Tax rate must be valid."];
  return account?.Status === "ARCHIVED"
    ? [
        `Account code '${code}' has been archived, or has been deleted. Each line item must reference a valid account.`,
      ]
    : [`Account code '${code}' is not a valid code for this document.`];
}

function isOpen(account: Account): boolean {
  return (
    account.Status === "ACTIVE" &&
    account.Type !== "BANK" &&
    !CLOSED_SYSTEM_ACCOUNTS.includes(account.SystemAccount ?? "")
  );
}

/** The line's own tax type, else the item's, the contact's, the account's. */
export function taxTypeOf(
  books: Books,
  asked: string | undefined,
  fromItem: string | undefined,
  account: Account | undefined,
  { lineAmountTypes, contact, type }: LineContext,
): string | undefined {
  if (lineAmountTypes === "NoTax" || !books.organisation.PaysTax) return "NONE";
  const fromContact =
    type === "ACCREC"
      ? contact?.AccountsReceivableTaxType
      : contact?.AccountsPayableTaxType;
  return (
    asked ||
    fromItem ||
    (account && fromContact) ||
    account?.TaxType ||
    undefined
  );
}

export function brokenTaxRules(
  taxType: string | undefined,
  rate: TaxRate | undefined,
  account: Account | undefined,
  { type }: LineContext,
): string[] {
  if (taxType === undefined) return [];
  const withAccount = `The TaxType code '${taxType}' cannot be used with account code '${account?.Code}'.`;
  const unusable = `The TaxType code ${taxType} does not exist or cannot be used for this type of transaction.`;
  // NONE exists everywhere, whether or not the organisation lists it.
  if (taxType === "NONE" && !rate) return [];
  if (rate?.Status !== "ACTIVE")
    return account ? [unusable, withAccount] : [unusable];
  if (account) return applies(rate, account.Class) ? [] : [withAccount];
  return applies(rate, type === "ACCREC" ? "REVENUE" : "EXPENSE")
    ? []
    : [unusable];
}

function applies(rate: TaxRate, accountClass: string): boolean {
  switch (accountClass) {
    case "ASSET":
      return rate.CanApplyToAssets;
    case "EQUITY":
      return rate.CanApplyToEquity;
    case "LIABILITY":
      return rate.CanApplyToLiabilities;
    case "REVENUE":
      return rate.CanApplyToRevenue;
    default:
      return rate.CanApplyToExpenses;
  }
}
