import type { Books } from "./books";
import type { PostedLine } from "./invoiceData";
import { isTaxTooBig, priceLine, taxOn } from "./invoiceMoney";
import { findItem } from "./items";
import { omit } from "./omit";
import { resolveTracking } from "./tracking";
import type {
  Account,
  Contact,
  InvoiceStatus,
  InvoiceType,
  Item,
  ItemDetails,
  LineAmountTypes,
  LineItem,
  TaxRate,
} from "./types";

export interface LineContext {
  type: InvoiceType;
  status: InvoiceStatus;
  lineAmountTypes: LineAmountTypes;
  contact: Contact | undefined;
  /** Decimals of unit amounts in this request. */
  places: number;
}

export interface ResolvedLine {
  line: LineItem;
  discounted: boolean;
  messages: string[];
  warnings: string[];
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

/** Fills one posted line from its item, account and contact, prices and taxes it, and says what is wrong with it. */
export function resolveLine(
  books: Books,
  posted: PostedLine,
  before: LineItem | undefined,
  context: LineContext,
): ResolvedLine {
  const messages: string[] = [];
  const warnings: string[] = [];
  const kept = keptOf(before, posted);
  const itemCode = posted.ItemCode ?? kept.ItemCode;
  const item = itemCode ? findItem(books, itemCode) : undefined;
  // Xero's text for an unknown item was not seen.
  if (itemCode && !item) messages.push(`Item code '${itemCode}' is not valid`);
  const fromItem = itemDefaults(item, context.type);

  const price = priceLine(
    {
      Quantity: posted.Quantity ?? kept.Quantity,
      UnitAmount:
        posted.UnitAmount ??
        kept.UnitAmount ??
        (posted.LineAmount === undefined ? fromItem.UnitPrice : undefined),
      LineAmount: posted.LineAmount,
      DiscountRate: posted.DiscountRate ?? kept.DiscountRate,
      DiscountAmount: posted.DiscountAmount ?? kept.DiscountAmount,
    },
    // A stored price keeps its four decimals when the line is sent again without it.
    posted.UnitAmount === undefined ? 4 : context.places,
  );
  messages.push(...price.messages);
  const tracking = resolveTracking(books, posted.Tracking ?? kept.Tracking);
  messages.push(...tracking.messages);
  const amounts = omit(price, "messages", "discount");
  const line: LineItem = {
    LineItemID: before?.LineItemID ?? books.newId(),
    ItemCode: item?.Code,
    Description: posted.Description ?? kept.Description ?? fromItem.Description,
    ...amounts,
    Tracking: tracking.tracking,
    Item: item && { ItemID: item.ItemID, Name: item.Name, Code: item.Code },
  };

  const isTextOnly =
    amounts.UnitAmount === undefined && !item && !posted.AccountCode;
  if (isTextOnly) return { line, discounted: false, messages, warnings };

  const account = resolveAccount(
    books,
    { ...posted, AccountCode: posted.AccountCode ?? accountOf(kept, posted) },
    fromItem.AccountCode,
    context,
  );
  messages.push(...account.messages);
  warnings.push(...account.warnings);

  const asked = posted.TaxType ?? kept.TaxType;
  const taxType = taxTypeOf(
    books,
    asked,
    fromItem.TaxType,
    account.account,
    context,
  );
  if (context.lineAmountTypes === "NoTax" && asked && asked !== "NONE")
    warnings.push(`TaxType '${asked}' was not used: the document has no tax.`);
  const rate = taxType === undefined ? undefined : books.taxRates.get(taxType);
  messages.push(...brokenTaxRules(taxType, rate, account.account, context));
  const taxAmount =
    posted.TaxAmount ??
    taxOn(
      amounts.LineAmount,
      rate?.EffectiveRate ?? 0,
      context.lineAmountTypes,
    );
  if (isTaxTooBig(taxAmount, amounts.LineAmount))
    messages.push("The tax amount cannot be greater than the line amount!");

  return {
    line: {
      ...line,
      AccountCode: account.account?.Code,
      AccountID: account.account?.AccountID,
      TaxType: taxType,
      TaxAmount: taxAmount,
    },
    discounted: price.discount.units !== 0n,
    messages,
    warnings,
  };
}

/** What a line sent again with its LineItemID keeps; a new item code starts from that item. */
function keptOf(
  before: LineItem | undefined,
  posted: PostedLine,
): Partial<LineItem> {
  if (!before) return {};
  const kept: Partial<LineItem> = omit(before, "LineAmount", "TaxAmount");
  if (posted.ItemCode !== undefined && posted.ItemCode !== before.ItemCode)
    return { Quantity: kept.Quantity, Tracking: kept.Tracking };
  if (posted.DiscountRate !== undefined) delete kept.DiscountAmount;
  if (posted.DiscountAmount !== undefined) delete kept.DiscountRate;
  if (posted.LineAmount !== undefined) delete kept.UnitAmount;
  return kept;
}

function accountOf(
  kept: Partial<LineItem>,
  posted: PostedLine,
): string | undefined {
  return posted.AccountID === undefined ? kept.AccountCode : undefined;
}

function itemDefaults(
  item: Item | undefined,
  type: InvoiceType,
): ItemDetails & { Description?: string } {
  if (!item) return {};
  return type === "ACCREC"
    ? { Description: item.Description, ...item.SalesDetails }
    : { Description: item.PurchaseDescription, ...item.PurchaseDetails };
}

function resolveAccount(
  books: Books,
  posted: PostedLine,
  fromItem: string | undefined,
  { status }: LineContext,
): { account?: Account; messages: string[]; warnings: string[] } {
  const isOwn =
    posted.AccountCode !== undefined || posted.AccountID !== undefined;
  const code = posted.AccountCode ?? fromItem;
  const account =
    isOwn && posted.AccountCode === undefined
      ? books.accounts.get(posted.AccountID!)
      : books.accounts.all().find((entry) => entry.Code === code);
  const isDraft = status === "DRAFT";
  const shown = code ?? posted.AccountID;

  if (account && isOpen(account))
    return { account, messages: [], warnings: [] };
  if (shown === undefined)
    return {
      messages: isDraft
        ? []
        : [
            "Account code or ID must be specified",
            ...(posted.TaxType ? [] : ["The TaxType field is mandatory"]),
          ],
      warnings: [],
    };
  // A draft loses an account it cannot use; only approval insists.
  if (isDraft)
    return {
      messages: [],
      warnings: [
        `Account code '${shown}' has been removed as it does not match a recognised account.`,
      ],
    };
  if (!isOwn)
    return {
      messages: ["Account must be valid.", "Tax rate must be valid."],
      warnings: [],
    };
  return {
    messages: [
      account?.Status === "ARCHIVED"
        ? `Account code '${shown}' has been archived, or has been deleted. Each line item must reference a valid account.`
        : `Account code '${shown}' is not a valid code for this document.`,
    ],
    warnings: [],
  };
}

function isOpen(account: Account): boolean {
  return (
    account.Status === "ACTIVE" &&
    account.Type !== "BANK" &&
    !CLOSED_SYSTEM_ACCOUNTS.includes(account.SystemAccount ?? "")
  );
}

/** The line's own tax type, else the item's, the contact's, the account's. */
function taxTypeOf(
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

function brokenTaxRules(
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
