import type { Customer } from "../customer/customer";
import { dateInZone } from "../date/calendarDate";
import { choice, rows, text, type Input } from "../input/input";
import type { Totals } from "../invoice/invoice";
import { readMappedInvoice } from "../invoice/mappedInvoice";
import { readInvoiceOptions } from "../invoice/options";
import { predictInvoice } from "../invoice/planInvoice";
import { readInvoice, type StoredInvoice } from "../invoice/readInvoice";
import { writeInvoice } from "../invoice/writeInvoice";
import { loadXeroItems } from "../xero/items";
import { checkCurrency, withXeroSettings } from "../xero/settings";
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
  const { timeZone } = await hubspotAccount(context);
  const invoice = readMappedInvoice(
    input,
    options,
    dateInZone(context.now, timeZone),
    await loadXeroItems(
      xero,
      cache,
      rows(input, "lineItems").map((row) => text(row, "itemCode")),
    ),
  );
  if (invoice.currency)
    await checkCurrency(xero, cache, invoice.currency, "The invoice");
  const predicted = await withXeroSettings(xero, cache, (settings) =>
    predictInvoice(invoice, "Invoice", settings),
  );
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
      ? await xero.findInvoiceByReference(
          invoice.reference,
          `invoices with the reference "${invoice.reference}"`,
          contactId,
        )
      : undefined;
  if (existing)
    return {
      outcome: "already_invoiced",
      invoice: readInvoice(existing),
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

function readCustomer(input: Input): Customer {
  const contactId = text(input, "contactId");
  return contactId
    ? { type: "company", name: "", xeroContactId: contactId }
    : customerFromFields(input);
}
