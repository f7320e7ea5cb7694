import { base } from "./base";
import { hubspotOauth } from "./connections/hubspotOauth.connection";
import { hubspotServiceKey } from "./connections/hubspotServiceKey.connection";
import { xeroOauth } from "./connections/xeroOauth.connection";
import type { MakeApp } from "./make/app";
import { makeHubspotApiCall, makeXeroApiCall } from "./modules/apiCalls.module";
import { allocateCredit } from "./modules/allocateCredit.module";
import { createCreditNote } from "./modules/createCreditNote.module";
import { createInvoice } from "./modules/createInvoice.module";
import { createInvoiceFromDeal } from "./modules/createInvoiceFromDeal.module";
import { createInvoices } from "./modules/createInvoices.module";
import { createRepeatingInvoice } from "./modules/createRepeatingInvoice.module";
import { emailInvoice } from "./modules/emailInvoice.module";
import { endDealBilling } from "./modules/endDealBilling.module";
import { endRepeatingInvoices } from "./modules/endRepeatingInvoices.module";
import { forecastRevenue } from "./modules/forecastRevenue.module";
import { getDealForBilling } from "./modules/getDealForBilling.module";
import { getDealInvoices } from "./modules/getDealInvoices.module";
import { getXeroContact } from "./modules/getXeroContact.module";
import { linkHubspotCustomer } from "./modules/linkHubspotCustomer.module";
import { searchContacts } from "./modules/searchContacts.module";
import { searchInvoices } from "./modules/searchInvoices.module";
import { searchItems } from "./modules/searchItems.module";
import { searchOpenDeals } from "./modules/searchOpenDeals.module";
import { searchDeals } from "./modules/searchDeals.module";
import { setUpHubspot } from "./modules/setUpHubspot.module";
import { updateDealBilling } from "./modules/updateDealBilling.module";
import { upsertHubspotProduct } from "./modules/upsertHubspotProduct.module";
import { upsertHubspotCustomer } from "./modules/upsertHubspotCustomer.module";
import { upsertXeroContact } from "./modules/upsertXeroContact.module";
import { upsertXeroItem } from "./modules/upsertXeroItem.module";
import { watchCreditNotes } from "./modules/watchCreditNotes.module";
import { watchDealsEnteringStage } from "./modules/watchDealsEnteringStage.module";
import { watchHubspotProducts } from "./modules/watchHubspotProducts.module";
import { watchInvoiceRequests } from "./modules/watchInvoiceRequests.module";
import { watchHubspotCustomers } from "./modules/watchHubspotCustomers.module";
import { watchInvoices } from "./modules/watchInvoices.module";
import { watchPayments } from "./modules/watchPayments.module";
import { watchXeroContacts } from "./modules/watchXeroContacts.module";
import { watchXeroItems } from "./modules/watchXeroItems.module";
import { rpcs } from "./rpcs/rpcs";

/** The custom app. Modules are listed by group: triggers first, then create, update, get, search. */
export const app: MakeApp = {
  base,
  connections: [hubspotOauth, hubspotServiceKey, xeroOauth],
  modules: [
    watchDealsEnteringStage,
    watchInvoiceRequests,
    updateDealBilling,
    endDealBilling,
    getDealForBilling,
    searchDeals,
    searchOpenDeals,
    watchInvoices,
    createInvoiceFromDeal,
    createInvoices,
    createRepeatingInvoice,
    endRepeatingInvoices,
    createInvoice,
    emailInvoice,
    getDealInvoices,
    searchInvoices,
    forecastRevenue,
    watchPayments,
    watchCreditNotes,
    createCreditNote,
    allocateCredit,
    watchXeroContacts,
    upsertXeroContact,
    getXeroContact,
    searchContacts,
    watchHubspotCustomers,
    upsertHubspotCustomer,
    linkHubspotCustomer,
    watchXeroItems,
    watchHubspotProducts,
    upsertXeroItem,
    upsertHubspotProduct,
    searchItems,
    setUpHubspot,
    makeHubspotApiCall,
    makeXeroApiCall,
  ],
  rpcs,
};
