import { toNumber } from "../money/decimal";
import { definedOnly } from "../transport/definedOnly";
import type { XeroInvoice, XeroLineItem } from "../xero/wire";
import type { Invoice, InvoiceLine, TrackingChoice } from "./invoice";

/** The Xero sales invoice. The contact goes by its ID alone: any other field would change the contact. */
export function writeInvoice(invoice: Invoice, contactId: string): XeroInvoice {
  return definedOnly({
    Type: "ACCREC",
    Status: invoice.status,
    Contact: { ContactID: contactId },
    Date: invoice.date,
    DueDate: invoice.dueDate,
    LineAmountTypes: invoice.lineAmountTypes,
    CurrencyCode: invoice.currency,
    Reference: invoice.reference,
    BrandingThemeID: invoice.brandingThemeId,
    Url: invoice.url,
    LineItems: invoice.lines.map(writeLine),
  });
}

export function writeLine(line: InvoiceLine): XeroLineItem {
  return definedOnly({
    Description: line.description,
    Quantity: toNumber(line.quantity),
    UnitAmount: toNumber(line.unitPrice),
    DiscountRate: line.discountPercent && toNumber(line.discountPercent),
    DiscountAmount: line.discountAmount && toNumber(line.discountAmount),
    ItemCode: line.itemCode,
    AccountCode: line.accountCode,
    TaxType: line.taxType,
    Tracking: line.tracking?.map(writeTracking),
  });
}

export function writeTracking({ categoryId, optionId }: TrackingChoice) {
  return { TrackingCategoryID: categoryId, TrackingOptionID: optionId };
}
