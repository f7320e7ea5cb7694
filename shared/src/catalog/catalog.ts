import { createInvoice } from "./createInvoice";
import { createInvoiceFromDeal } from "./createInvoiceFromDeal";
import { dealEnteredStage } from "./dealEnteredStage";
import type { Operation } from "./field";
import { findXeroContact } from "./findXeroContact";
import { setUpHubspot } from "./setUpHubspot";
import { upsertXeroContact } from "./upsertXeroContact";

/** Every operation, once, by kind. */
export const catalog: Record<
  "triggers" | "actions" | "searches",
  readonly Operation[]
> = {
  triggers: [dealEnteredStage],
  actions: [
    createInvoiceFromDeal,
    createInvoice,
    upsertXeroContact,
    setUpHubspot,
  ],
  searches: [findXeroContact],
};
