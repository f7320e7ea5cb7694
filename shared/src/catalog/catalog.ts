import { allocateCredit } from "./allocateCredit";
import { createCreditNote } from "./createCreditNote";
import { createInvoice } from "./createInvoice";
import { createInvoiceFromDeal } from "./createInvoiceFromDeal";
import { createInvoicesFromDeals } from "./createInvoicesFromDeals";
import { creditNoteCreated } from "./creditNoteCreated";
import { createRepeatingInvoiceFromDeal } from "./createRepeatingInvoiceFromDeal";
import { dealEnteredStage } from "./dealEnteredStage";
import { endRepeatingInvoices } from "./endRepeatingInvoices";
import type { Operation } from "./field";
import { findDeal } from "./findDeal";
import { findInvoice } from "./findInvoice";
import { findItem } from "./findItem";
import { findXeroContact } from "./findXeroContact";
import { forecastRevenue } from "./forecastRevenue";
import { hubspotCustomerUpdated } from "./hubspotCustomerUpdated";
import { hubspotProductUpdated } from "./hubspotProductUpdated";
import { invoiceRequested } from "./invoiceRequested";
import { invoiceUpdated } from "./invoiceUpdated";
import { paymentReceived } from "./paymentReceived";
import { setUpHubspot } from "./setUpHubspot";
import { updateDealBilling } from "./updateDealBilling";
import { upsertHubspotCustomer } from "./upsertHubspotCustomer";
import { upsertHubspotProduct } from "./upsertHubspotProduct";
import { upsertXeroContact } from "./upsertXeroContact";
import { upsertXeroItem } from "./upsertXeroItem";
import { xeroContactUpdated } from "./xeroContactUpdated";
import { xeroItemUpdated } from "./xeroItemUpdated";

/** Every operation, once, by kind. */
export const catalog: Record<
  "triggers" | "actions" | "searches",
  readonly Operation[]
> = {
  triggers: [
    dealEnteredStage,
    invoiceRequested,
    paymentReceived,
    creditNoteCreated,
    invoiceUpdated,
    hubspotCustomerUpdated,
    xeroContactUpdated,
    hubspotProductUpdated,
    xeroItemUpdated,
  ],
  actions: [
    createInvoiceFromDeal,
    createInvoicesFromDeals,
    createRepeatingInvoiceFromDeal,
    endRepeatingInvoices,
    createInvoice,
    upsertXeroContact,
    upsertHubspotCustomer,
    upsertXeroItem,
    upsertHubspotProduct,
    updateDealBilling,
    createCreditNote,
    allocateCredit,
    setUpHubspot,
  ],
  searches: [findXeroContact, findInvoice, findDeal, findItem, forecastRevenue],
};
