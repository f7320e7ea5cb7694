import type { Customer } from "../customer/customer";
import { choice, rows, text, type Input } from "../input/input";
import type { Invoice, Totals } from "../invoice/invoice";
import { readInvoiceOptions, type InvoiceOptions } from "../invoice/options";
import { checkLockDate, predictInvoice } from "../invoice/planInvoice";
import type { XeroSettings } from "../xero/settings";
import { customerFromFields } from "./customerFromFields";

/** What a step says about an invoice from mapped fields, apart from its lines and dates. */
export interface MappedStep {
  options: InvoiceOptions;
  customer: Customer;
  /** Whether a live invoice of the same contact and reference stands in the way of another. */
  oncePerReference: boolean;
  /** The codes that its lines name; they are looked up among the organisation's items. */
  itemCodes: string[];
}

export function readMappedStep(input: Input): MappedStep {
  const options = readInvoiceOptions({
    ...input,
    accountCode: input["defaultAccountCode"],
    taxType: input["defaultTaxType"],
  });
  const ifReferenceExists = choice(
    input,
    "ifReferenceExists",
    ["return_existing", "create_another"] as const,
    "return_existing",
  );
  return {
    options,
    customer: readCustomer(input),
    oncePerReference: ifReferenceExists === "return_existing",
    itemCodes: rows(input, "lineItems").flatMap(
      (row) => text(row, "itemCode") ?? [],
    ),
  };
}

/** Checks an invoice from mapped fields against the organisation, and predicts its totals. */
export function predictMapped(
  invoice: Invoice,
  settings: XeroSettings,
): Totals {
  checkLockDate(invoice, "The invoice", settings);
  return predictInvoice(invoice, "Invoice", settings);
}

function readCustomer(input: Input): Customer {
  const contactId = text(input, "contactId");
  return contactId
    ? { type: "company", name: "", xeroContactId: contactId }
    : customerFromFields(input);
}
