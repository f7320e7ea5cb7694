import type { Scenario } from "./blueprint";
import { creditNoteToDeal } from "./creditNoteToDeal.blueprint";
import { contactToCustomer } from "./contactToCustomer.blueprint";
import { customerToContact } from "./customerToContact.blueprint";
import { dealToInvoice } from "./dealToInvoice.blueprint";
import { invoiceRequestToInvoice } from "./invoiceRequestToInvoice.blueprint";
import { invoiceUpdateToDeal } from "./invoiceUpdateToDeal.blueprint";
import { itemToProduct } from "./itemToProduct.blueprint";
import { lostRetainerToEnd } from "./lostRetainerToEnd.blueprint";
import { monthlyForecast } from "./monthlyForecast.blueprint";
import { overdueInvoiceToTask } from "./overdueInvoiceToTask.blueprint";
import { overpaymentToInvoice } from "./overpaymentToInvoice.blueprint";
import { paymentToDeal } from "./paymentToDeal.blueprint";
import { paymentToDealAndSlack } from "./paymentToDealAndSlack.blueprint";
import { productToItem } from "./productToItem.blueprint";
import { retainerToRepeatingInvoice } from "./retainerToRepeatingInvoice.blueprint";
import { wonDealsToInvoices } from "./wonDealsToInvoices.blueprint";

/** Every scenario that people can import. */
export const blueprints: readonly Scenario[] = [
  dealToInvoice,
  invoiceRequestToInvoice,
  wonDealsToInvoices,
  retainerToRepeatingInvoice,
  lostRetainerToEnd,
  paymentToDeal,
  paymentToDealAndSlack,
  creditNoteToDeal,
  overpaymentToInvoice,
  invoiceUpdateToDeal,
  overdueInvoiceToTask,
  productToItem,
  itemToProduct,
  customerToContact,
  contactToCustomer,
  monthlyForecast,
];
