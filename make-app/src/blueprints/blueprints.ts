import type { Scenario } from "./blueprint";
import { creditNoteToDeal } from "./creditNoteToDeal.blueprint";
import { contactToCustomer } from "./contactToCustomer.blueprint";
import { customerToContact } from "./customerToContact.blueprint";
import { dealToInvoice } from "./dealToInvoice.blueprint";
import { invoiceUpdateToDeal } from "./invoiceUpdateToDeal.blueprint";
import { paymentToDeal } from "./paymentToDeal.blueprint";

/** Every scenario that people can import. */
export const blueprints: readonly Scenario[] = [
  dealToInvoice,
  paymentToDeal,
  creditNoteToDeal,
  invoiceUpdateToDeal,
  customerToContact,
  contactToCustomer,
];
