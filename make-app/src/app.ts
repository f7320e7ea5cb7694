import { base } from "./base";
import { hubspotOauth } from "./connections/hubspotOauth.connection";
import { hubspotServiceKey } from "./connections/hubspotServiceKey.connection";
import { xeroOauth } from "./connections/xeroOauth.connection";
import type { MakeApp } from "./make/app";
import { makeHubspotApiCall, makeXeroApiCall } from "./modules/apiCalls.module";
import { createInvoiceFromDeal } from "./modules/createInvoiceFromDeal.module";
import { getDealForBilling } from "./modules/getDealForBilling.module";
import { updateDealBilling } from "./modules/updateDealBilling.module";
import { watchInvoices } from "./modules/watchInvoices.module";
import { rpcs } from "./rpcs/rpcs";

/** The custom app. Modules are listed by group: triggers first, then create, update, get, search. */
export const app: MakeApp = {
  base,
  connections: [hubspotOauth, hubspotServiceKey, xeroOauth],
  modules: [
    updateDealBilling,
    getDealForBilling,
    watchInvoices,
    createInvoiceFromDeal,
    makeHubspotApiCall,
    makeXeroApiCall,
  ],
  rpcs,
};
