import type { Books } from "./books";
import type { PostedLine } from "./invoiceData";
import { isTaxTooBig, priceLine, taxOn } from "./invoiceMoney";
import type { LineMoney } from "./invoiceMoney";
import { findItem } from "./items";
import { brokenTaxRules, resolveAccount, taxTypeOf } from "./lineAccounts";
import type { LineContext } from "./lineAccounts";
import { omit } from "./omit";
import { resolveTracking } from "./tracking";
import type { InvoiceType, Item, ItemDetails, LineItem } from "./types";

export interface ResolvedLine {
  line: LineItem;
  messages: string[];
  warnings: string[];
}

const PRICE_FIELDS = [
  "Quantity",
  "UnitAmount",
  "LineAmount",
  "DiscountRate",
  "DiscountAmount",
] as const;

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

  const price = resolvePrice(posted, kept, before, fromItem, context.places);
  messages.push(...price.messages);
  const tracking = resolveTracking(books, posted.Tracking ?? kept.Tracking);
  messages.push(...tracking.messages);
  const amounts = omit(price, "messages");
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
  if (isTextOnly) return { line, messages, warnings };

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
    messages,
    warnings,
  };
}

function resolvePrice(
  posted: PostedLine,
  kept: Partial<LineItem>,
  before: LineItem | undefined,
  fromItem: ItemDetails,
  places: number,
): LineMoney {
  const isUntouched = PRICE_FIELDS.every(
    (field) => posted[field] === undefined,
  );
  // Computing again could shift a cent where Xero once derived the price from the line amount.
  if (before && isUntouched && kept.UnitAmount !== undefined)
    return {
      Quantity: before.Quantity,
      UnitAmount: before.UnitAmount,
      LineAmount: before.LineAmount,
      DiscountRate: before.DiscountRate,
      DiscountAmount: before.DiscountAmount,
      messages: [],
    };
  return priceLine(
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
    posted.UnitAmount === undefined && kept.UnitAmount !== undefined
      ? 4
      : places,
  );
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
