import zapier, { defineApp } from "zapier-platform-core";
import { version } from "../package.json";
import createInvoice from "./actions/createInvoice.action";
import createInvoiceFromDeal from "./actions/createInvoiceFromDeal.action";
import setUpHubspot from "./actions/setUpHubspot.action";
import upsertXeroContact from "./actions/upsertXeroContact.action";
import authentication from "./authentication";
import { dropdowns } from "./dropdowns/dropdowns";
import { authorize } from "./http/authorize";
import findXeroContact from "./searches/findXeroContact.search";
import dealEnteredStage from "./triggers/dealEnteredStage.trigger";

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
  triggers: { [dealEnteredStage.key]: dealEnteredStage, ...dropdowns },
  creates: {
    [createInvoiceFromDeal.key]: createInvoiceFromDeal,
    [createInvoice.key]: createInvoice,
    [upsertXeroContact.key]: upsertXeroContact,
    [setUpHubspot.key]: setUpHubspot,
  },
  searches: { [findXeroContact.key]: findXeroContact },
  searchOrCreates: {
    [findXeroContact.key]: {
      key: findXeroContact.key,
      display: {
        label: "Find or Create Contact",
        description: "Finds a Xero contact, or creates it when there is none.",
      },
      search: findXeroContact.key,
      create: upsertXeroContact.key,
    },
  },
});
