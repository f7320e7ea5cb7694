import { dateInZone } from "../date/calendarDate";
import type { Input } from "../input/input";
import type { Invoice, Totals } from "../invoice/invoice";
import { readMappedInvoice } from "../invoice/mappedInvoice";
import { readInvoice, type StoredInvoice } from "../invoice/readInvoice";
import { writeInvoice } from "../invoice/writeInvoice";
import { loadXeroItems } from "../xero/items";
import { checkCurrency, withXeroSettings } from "../xero/settings";
import { hubspotAccount, type Context } from "./context";
import { emailOnce } from "./emailOnce";
import {
  findOrCreateContact,
  type ContactOutcome,
} from "./findOrCreateContact";
import { predictMapped, readMappedStep, type MappedStep } from "./mappedStep";

export interface CreatedInvoice {
  outcome: "created" | "already_invoiced";
  invoice: StoredInvoice;
  predicted?: Totals;
  /** The organisation's own currency. */
  baseCurrency?: string;
  contactOutcome: ContactOutcome;
  /** Why no new invoice was made. */
  existing?: "reference" | "repetition";
  emailProblem?: string;
}

/** Longer than Xero keeps an Idempotency-Key. */
const REPETITION_SECONDS = 600;

/**
 * An invoice from mapped fields. With a reference that a live invoice of the same contact carries already,
 * that invoice is returned instead of a second one, unless the user asked for another. Within 6 minutes Xero takes
 * an equal invoice for a repetition and returns the first one.
 */
export async function createInvoice(
  context: Context,
  input: Input,
): Promise<CreatedInvoice> {
  const { xero, cache } = context;
  const step = readMappedStep(input);
  const { options, customer, oncePerReference } = step;
  const { invoice, predicted, baseCurrency } = await planMappedInvoice(
    context,
    input,
    step,
  );
  const { contactId, outcome: contactOutcome } = await findOrCreateContact(
    context,
    customer,
    options.customerMatch,
  );
  const found =
    oncePerReference && invoice.reference
      ? await xero.findInvoiceByReference(
          invoice.reference,
          `invoices with the reference "${invoice.reference}"`,
          contactId,
        )
      : undefined;
  const body = writeInvoice(invoice, contactId);
  const key = context.digest(
    ["invoice", xero.tenantId, JSON.stringify(body)].join("|"),
  );
  const stored = readInvoice(
    found ?? (await xero.createInvoice(body, "the invoice", key)),
  );
  const common = { invoice: stored, contactOutcome, baseCurrency };
  const made = `invoice-made-${key}`;
  // What was made and finished a moment ago comes from Xero's cache, as it was before it was e-mailed.
  if (!found && (await cache.get(made)) === stored.id)
    return { outcome: "already_invoiced", existing: "repetition", ...common };
  const emailProblem = options.sendEmail
    ? await emailOnce(context, stored)
    : undefined;
  if (found) {
    return {
      outcome: "already_invoiced",
      existing: "reference",
      ...common,
      emailProblem,
    };
  }
  await cache.set(made, stored.id, REPETITION_SECONDS);
  return { outcome: "created", ...common, predicted, emailProblem };
}

/** Everything that can be decided before anything is written. */
async function planMappedInvoice(
  context: Context,
  input: Input,
  { options, itemCodes }: MappedStep,
): Promise<{ invoice: Invoice; predicted: Totals; baseCurrency: string }> {
  const { xero, cache, now } = context;
  const { timeZone } = await hubspotAccount(context);
  const invoice = readMappedInvoice(input, options, {
    today: dateInZone(now, timeZone),
    timeZone,
    items: await loadXeroItems(xero, cache, itemCodes),
  });
  if (invoice.currency)
    await checkCurrency(xero, cache, invoice.currency, "The invoice");
  return withXeroSettings(xero, cache, (settings) => ({
    invoice,
    predicted: predictMapped(invoice, settings),
    baseCurrency: settings.baseCurrency,
  }));
}
