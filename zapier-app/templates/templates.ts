import { cancelledDealEndsRetainer } from "./cancelledDealEndsRetainer.template";
import { contactToCustomer } from "./contactToCustomer.template";
import { creditNoteToDeal } from "./creditNoteToDeal.template";
import { customerToContact } from "./customerToContact.template";
import { dealLinesToInvoiceLines } from "./dealLinesToInvoiceLines.template";
import { invoiceRequestToInvoice } from "./invoiceRequestToInvoice.template";
import { itemToProduct } from "./itemToProduct.template";
import { monthEndInvoices } from "./monthEndInvoices.template";
import { monthlyForecastToSlack } from "./monthlyForecastToSlack.template";
import { overdueInvoiceToTask } from "./overdueInvoiceToTask.template";
import { paymentToDealAndSlack } from "./paymentToDealAndSlack.template";
import { productToItem } from "./productToItem.template";
import { retainerToRepeatingInvoice } from "./retainerToRepeatingInvoice.template";
import type { Template } from "./template";
import { wonDealToInvoice } from "./wonDealToInvoice.template";

/** Every Zap that people can set up by a page of its own. */
export const templates: readonly Template[] = [
  wonDealToInvoice,
  invoiceRequestToInvoice,
  monthEndInvoices,
  dealLinesToInvoiceLines,
  retainerToRepeatingInvoice,
  cancelledDealEndsRetainer,
  paymentToDealAndSlack,
  creditNoteToDeal,
  overdueInvoiceToTask,
  monthlyForecastToSlack,
  customerToContact,
  contactToCustomer,
  productToItem,
  itemToProduct,
];
