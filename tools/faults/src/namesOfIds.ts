import type { Sandbox } from "@hubspot-xero/sandbox/sandbox";

const GUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** Replaces Xero's ids in a text by the names of their records: an id changes with how many calls came before it. */
export function namesOfIds({ xero }: Sandbox): (text: string) => string {
  const { invoices, contacts, items, credits, repeatingInvoices } =
    xero.books();
  const names = new Map<string, string>();
  for (const { InvoiceID, Reference } of invoices)
    names.set(InvoiceID, `invoice ${Reference}`);
  for (const { ContactID, Name } of contacts)
    names.set(ContactID, `contact ${Name}`);
  for (const { RepeatingInvoiceID, Reference } of repeatingInvoices)
    names.set(RepeatingInvoiceID, `repeating invoice ${Reference}`);
  for (const { ItemID, Code } of items) names.set(ItemID, `item ${Code}`);
  for (const { ID, Reference } of credits)
    names.set(ID, `credit note ${Reference}`);
  return (text) =>
    text.replace(GUID, (id) => names.get(id.toLowerCase()) ?? "another record");
}
