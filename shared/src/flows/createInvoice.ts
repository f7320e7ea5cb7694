import type { Customer } from "../customer/customer";
import { dateInZone, isCalendarDate } from "../date/calendarDate";
import { validation } from "../error/connectorError";
import { dueDate } from "../invoice/dueDate";
import type { Invoice, InvoiceLine, Totals } from "../invoice/invoice";
import {
  choice,
  readInvoiceOptions,
  rows,
  text,
  type Input,
  type InvoiceOptions,
} from "../invoice/options";
import { predictInvoice } from "../invoice/planInvoice";
import {
  isLive,
  readInvoice,
  type StoredInvoice,
} from "../invoice/readInvoice";
import { writeInvoice } from "../invoice/writeInvoice";
import { parseDecimal, type Decimal } from "../money/decimal";
import { quoteForWhere } from "../text/text";
import { loadXeroCurrencies, loadXeroSettings } from "../xero/settings";
import { hubspotAccount, type Context } from "./context";
import { customerFromFields } from "./customerFromFields";
import { emailOnce } from "./emailOnce";
import {
  findOrCreateContact,
  type ContactOutcome,
} from "./findOrCreateContact";

export interface CreatedInvoice {
  outcome: "created" | "already_invoiced";
  invoice: StoredInvoice;
  predicted?: Totals;
  contactOutcome: ContactOutcome;
  emailProblem?: string;
}

/**
 * An invoice from mapped fields. With a reference that a live invoice of the same contact carries already,
 * that invoice is returned instead of a second one, unless the user asked for another.
 */
export async function createInvoice(
  context: Context,
  input: Input,
): Promise<CreatedInvoice> {
  const { xero, cache, digest } = context;
  const options = readInvoiceOptions({
    ...input,
    accountCode: input["defaultAccountCode"],
    taxType: input["defaultTaxType"],
  });
  const invoice = await readMappedInvoice(context, input, options);
  const settings = await loadXeroSettings(xero, cache);
  await checkCurrency(context, invoice, settings.baseCurrency);
  const predicted = predictInvoice(invoice, "Invoice", settings);

  const { contactId, outcome } = await findOrCreateContact(
    context,
    readCustomer(input),
    options.customerMatch,
  );
  const reuse =
    choice(
      input,
      "ifReferenceExists",
      ["return_existing", "create_another"] as const,
      "return_existing",
    ) === "return_existing";
  const existing =
    reuse && invoice.reference
      ? await findByReference(context, invoice.reference, contactId)
      : undefined;
  if (existing)
    return {
      outcome: "already_invoiced",
      invoice: existing,
      contactOutcome: outcome,
    };

  const body = writeInvoice(invoice, contactId);
  const created = readInvoice(
    await xero.createInvoice(
      body,
      "the invoice",
      digest(["invoice", xero.tenantId, JSON.stringify(body)].join("|")),
    ),
  );
  const emailProblem = options.sendEmail
    ? await emailOnce(context, created)
    : undefined;
  return {
    outcome: "created",
    invoice: created,
    predicted,
    contactOutcome: outcome,
    emailProblem,
  };
}

async function readMappedInvoice(
  context: Context,
  input: Input,
  options: InvoiceOptions,
): Promise<Invoice> {
  const lines = rows(input, "lineItems").map((row, index) =>
    readLine(row, index + 1, options),
  );
  if (lines.length === 0)
    throw validation(
      "The invoice has no lines. Map at least one line item with a description.",
    );
  const given = calendarDate(input, "date", "Date");
  const date =
    given ?? dateInZone(context.now, (await hubspotAccount(context)).timeZone);
  const due =
    calendarDate(input, "dueDate", "Due Date") ??
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
    reference: options.reference?.replaceAll('"', "'"),
    brandingThemeId: options.brandingThemeId,
    lines,
  };
}

function readLine(
  row: Input,
  position: number,
  options: InvoiceOptions,
): InvoiceLine {
  const decimal = (key: string, label: string): Decimal | undefined => {
    const value = text(row, key);
    try {
      return value === undefined ? undefined : parseDecimal(value, 4);
    } catch (cause) {
      throw validation(
        `Line ${position}: ${label} is not usable: ${(cause as Error).message}`,
      );
    }
  };
  const itemCode = text(row, "itemCode");
  const description = text(row, "description") ?? itemCode;
  const unitPrice = decimal("unitPrice", "Unit Price");
  if (!description || unitPrice === undefined)
    throw validation(
      `Line ${position}: ${description ? "Unit Price" : "Description"} is empty. Map a value for it.`,
    );
  const line: InvoiceLine = {
    description,
    quantity: decimal("quantity", "Quantity") ?? ("1" as Decimal),
    unitPrice,
    discountPercent: decimal("discountPercent", "Discount Percent"),
    discountAmount: decimal("discountAmount", "Discount Amount"),
    accountCode: text(row, "accountCode") ?? options.accountCode,
    taxType: text(row, "taxType") ?? options.taxType,
    itemCode,
    tracking: options.tracking,
  };
  if (line.quantity.startsWith("-"))
    throw validation(
      `Line ${position}: Quantity ${line.quantity} is negative. Use a credit note to give money back.`,
    );
  if (line.discountPercent && line.discountAmount)
    throw validation(
      `Line ${position}: it has a discount in percent and one as an amount. Leave one empty.`,
    );
  return line;
}

function readCustomer(input: Input): Customer {
  const contactId = text(input, "contactId");
  return contactId
    ? { type: "company", name: "", xeroContactId: contactId }
    : customerFromFields(input);
}

async function checkCurrency(
  { xero, cache }: Context,
  { currency }: Invoice,
  baseCurrency: string,
): Promise<void> {
  if (!currency || currency === baseCurrency) return;
  const currencies = await loadXeroCurrencies(xero, cache);
  if (currencies.includes(currency)) return;
  throw validation(
    `The Xero organisation does not use ${currency} (it has ${currencies.join(", ") || baseCurrency}). Add the currency in Xero (Settings > Currencies), or choose another.`,
  );
}

async function findByReference(
  { xero }: Context,
  reference: string,
  contactId: string,
): Promise<StoredInvoice | undefined> {
  const found = await xero.findInvoicesByReference(
    reference,
    `Type=="ACCREC" AND Reference==${quoteForWhere(reference)}`,
    `invoices with the reference "${reference}"`,
  );
  const live = found.find(
    (invoice) => isLive(invoice) && invoice.Contact?.ContactID === contactId,
  );
  return live && readInvoice(live);
}

function calendarDate(
  input: Input,
  key: string,
  label: string,
): string | undefined {
  const value = text(input, key);
  if (value === undefined) return undefined;
  // Zapier's date fields hand over an instant; its calendar part is what the user chose.
  const date = value.slice(0, 10);
  if (isCalendarDate(date)) return date;
  throw validation(
    `${label} "${value.slice(0, 40)}" is not a date. Use YYYY-MM-DD.`,
  );
}
