import { createCreditNote } from "./createCreditNote";
import { createInvoice } from "./createInvoice";
import { createInvoiceFromDeal } from "./createInvoiceFromDeal";
import { creditNoteCreated } from "./creditNoteCreated";
import { dealEnteredStage } from "./dealEnteredStage";
import type { Operation } from "./field";
import { findDeal } from "./findDeal";
import { findInvoice } from "./findInvoice";
import { findXeroContact } from "./findXeroContact";
import { invoiceUpdated } from "./invoiceUpdated";
import { paymentReceived } from "./paymentReceived";
import { setUpHubspot } from "./setUpHubspot";
import { updateDealBilling } from "./updateDealBilling";
import { upsertXeroContact } from "./upsertXeroContact";

/** Every operation, once, by kind. */
export const catalog: Record<
  "triggers" | "actions" | "searches",
  readonly Operation[]
> = {
  triggers: [
    dealEnteredStage,
    paymentReceived,
    creditNoteCreated,
    invoiceUpdated,
  ],
  actions: [
    createInvoiceFromDeal,
    createInvoice,
    upsertXeroContact,
    updateDealBilling,
    createCreditNote,
    setUpHubspot,
  ],
  searches: [findXeroContact, findInvoice, findDeal],
};
