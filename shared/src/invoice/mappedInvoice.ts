import type { CalendarDate } from "../date/calendarDate";
import { validation } from "../error/connectorError";
import { dateField } from "../input/dateField";
import { decimalField } from "../input/decimalField";
import { rows, text, type Input } from "../input/input";
import { compare, multiply, ZERO, type Decimal } from "../money/decimal";
import { plainQuotes, truncate } from "../text/text";
import { dueDate } from "./dueDate";
import { LONGEST_DESCRIPTION, type Invoice, type InvoiceLine } from "./invoice";
import type { InvoiceOptions } from "./options";
import { findItem, type ItemsByCode } from "../xero/items";

export interface MappingContext {
  /** The invoice date where the step names none. */
  today: CalendarDate;
  /** The account's, for dates that come as an instant. */
  timeZone: string;
  items: ItemsByCode;
}

/**
 * An invoice from the fields and line items of a step.
 * @throws ConnectorError `validation`, naming the line and the field
 */
export function readMappedInvoice(
  input: Input,
  options: InvoiceOptions,
  { today, timeZone, items }: MappingContext,
): Invoice {
  const lines = rows(input, "lineItems").map((row, index) =>
    readLine(row, index + 1, options, items),
  );
  if (lines.length === 0)
    throw validation(
      "The invoice has no lines. Map at least one line item with a description.",
    );
  const date = dateField(input, "date", "Date", timeZone) ?? today;
  const due =
    dateField(input, "dueDate", "Due Date", timeZone) ??
    (options.dueInDays === undefined
      ? undefined
      : dueDate(date, options.dueInDays, options.dueRule));
  if (options.status === "AUTHORISED" && !due)
    throw validation(
      "Xero demands a due date on approved invoices. Fill in Due Date or Due In Days.",
    );
  if (due && due < date)
    throw validation(
      `The due date ${due} lies before the invoice date ${date}. Correct one of them.`,
    );
  return {
    status: options.status,
    lineAmountTypes: options.lineAmountTypes,
    currency: text(input, "currency")?.toUpperCase(),
    date,
    dueDate: due,
    reference:
      options.reference && truncate(plainQuotes(options.reference), 255),
    brandingThemeId: options.brandingThemeId,
    lines,
  };
}

function readLine(
  row: Input,
  position: number,
  options: InvoiceOptions,
  items: ItemsByCode,
): InvoiceLine {
  const decimal = (key: string, label: string) =>
    decimalField(row, key, `Line ${position}: ${label}`, 4);
  const itemCode = text(row, "itemCode");
  const item = findItem(items, itemCode);
  const description = text(row, "description") ?? itemCode;
  const unitPrice = decimal("unitPrice", "Unit Price");
  if (!description || unitPrice === undefined)
    throw validation(
      `Line ${position}: ${description ? "Unit Price" : "Description"} is empty. Map a value for it.`,
    );
  const line: InvoiceLine = {
    description: truncate(description, LONGEST_DESCRIPTION),
    quantity: decimal("quantity", "Quantity") ?? ("1" as Decimal),
    unitPrice,
    discountPercent: nonZero(decimal("discountPercent", "Discount Percent")),
    discountAmount: nonZero(decimal("discountAmount", "Discount Amount")),
    accountCode:
      text(row, "accountCode") ?? item?.accountCode ?? options.accountCode,
    taxType:
      options.lineAmountTypes === "NoTax"
        ? undefined
        : (text(row, "taxType") ?? item?.taxType ?? options.taxType),
    itemCode,
    tracking: options.tracking,
  };
  checkFigures(line, position);
  return line;
}

/** Zapier hands over 0 for a discount that there is not. */
function nonZero(value: Decimal | undefined): Decimal | undefined {
  return value === ZERO ? undefined : value;
}

function checkFigures(line: InvoiceLine, position: number): void {
  const { quantity, unitPrice, discountPercent, discountAmount } = line;
  const refuse = (reason: string) => validation(`Line ${position}: ${reason}`);
  if (quantity.startsWith("-"))
    throw refuse(
      `Quantity ${quantity} is negative. Use a credit note to give money back.`,
    );
  if (discountPercent && discountAmount)
    throw refuse(
      "it has a discount in percent and one as an amount. Leave one empty.",
    );
  const discount = discountPercent ?? discountAmount;
  const most = discountPercent
    ? ("100" as Decimal)
    : multiply(quantity, unitPrice);
  if (discount && (discount.startsWith("-") || compare(discount, most) > 0))
    throw refuse(
      `the discount ${discount} is negative or larger than the line.`,
    );
}
