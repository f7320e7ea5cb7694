import zapier, { defineApp } from "zapier-platform-core";
import { version } from "../package.json";
import allocateCredit from "./actions/allocateCredit.action";
import createCreditNote from "./actions/createCreditNote.action";
import createInvoice from "./actions/createInvoice.action";
import createInvoiceFromDeal from "./actions/createInvoiceFromDeal.action";
import createInvoicesFromDeals from "./actions/createInvoicesFromDeals.action";
import createRepeatingInvoiceFromDeal from "./actions/createRepeatingInvoiceFromDeal.action";
import endRepeatingInvoices from "./actions/endRepeatingInvoices.action";
import setUpHubspot from "./actions/setUpHubspot.action";
import updateDealBilling from "./actions/updateDealBilling.action";
import upsertHubspotCustomer from "./actions/upsertHubspotCustomer.action";
import upsertHubspotProduct from "./actions/upsertHubspotProduct.action";
import upsertXeroContact from "./actions/upsertXeroContact.action";
import upsertXeroItem from "./actions/upsertXeroItem.action";
import authentication from "./authentication";
import { dropdowns } from "./dropdowns/dropdowns";
import { authorize } from "./http/authorize";
import forecastChart from "./hydrators/forecastChart.hydrator";
import findDeal from "./searches/findDeal.search";
import findInvoice from "./searches/findInvoice.search";
import findItem from "./searches/findItem.search";
import forecastRevenue from "./searches/forecastRevenue.search";
import findXeroContact from "./searches/findXeroContact.search";
import creditNoteCreated from "./triggers/creditNoteCreated.trigger";
import dealEnteredStage from "./triggers/dealEnteredStage.trigger";
import hubspotCustomerUpdated from "./triggers/hubspotCustomerUpdated.trigger";
import hubspotProductUpdated from "./triggers/hubspotProductUpdated.trigger";
import invoiceRequested from "./triggers/invoiceRequested.trigger";
import invoiceUpdated from "./triggers/invoiceUpdated.trigger";
import paymentReceived from "./triggers/paymentReceived.trigger";
import xeroContactUpdated from "./triggers/xeroContactUpdated.trigger";
import xeroItemUpdated from "./triggers/xeroItemUpdated.trigger";

export default defineApp({
  version,
  platformVersion: zapier.version,
  authentication,
  beforeRequest: [authorize],
  flags: {
    // shared/ reads every answer itself, limits included.
    skipThrowForStatus: true,
    throwForThrottlingEarly: false,
    // All requests go through z.request, which logs them: Node's own http needs no patch.
    skipHttpPatch: true,
  },
  triggers: {
    [dealEnteredStage.key]: dealEnteredStage,
    [invoiceRequested.key]: invoiceRequested,
    [paymentReceived.key]: paymentReceived,
    [creditNoteCreated.key]: creditNoteCreated,
    [invoiceUpdated.key]: invoiceUpdated,
    [hubspotCustomerUpdated.key]: hubspotCustomerUpdated,
    [xeroContactUpdated.key]: xeroContactUpdated,
    [hubspotProductUpdated.key]: hubspotProductUpdated,
    [xeroItemUpdated.key]: xeroItemUpdated,
    ...dropdowns,
  },
  creates: {
    [createInvoiceFromDeal.key]: createInvoiceFromDeal,
    [createInvoicesFromDeals.key]: createInvoicesFromDeals,
    [createRepeatingInvoiceFromDeal.key]: createRepeatingInvoiceFromDeal,
    [endRepeatingInvoices.key]: endRepeatingInvoices,
    [createInvoice.key]: createInvoice,
    [upsertXeroContact.key]: upsertXeroContact,
    [upsertHubspotCustomer.key]: upsertHubspotCustomer,
    [upsertXeroItem.key]: upsertXeroItem,
    [upsertHubspotProduct.key]: upsertHubspotProduct,
    [updateDealBilling.key]: updateDealBilling,
    [createCreditNote.key]: createCreditNote,
    [allocateCredit.key]: allocateCredit,
    [setUpHubspot.key]: setUpHubspot,
  },
  searches: {
    [findXeroContact.key]: findXeroContact,
    [findInvoice.key]: findInvoice,
    [findDeal.key]: findDeal,
    [findItem.key]: findItem,
    [forecastRevenue.key]: forecastRevenue,
  },
  hydrators: {
    [forecastChart.key]: forecastChart.perform,
  },
  searchOrCreates: {
    [findXeroContact.key]: {
      key: findXeroContact.key,
      display: {
        label: "Find or Create Xero Contact",
        description: "Finds a Xero contact, or creates it when there is none.",
      },
      search: findXeroContact.key,
      create: upsertXeroContact.key,
    },
  },
});
