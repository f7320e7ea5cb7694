import { creditNoteCreated as operation } from "@hubspot-xero/shared/catalog/creditNoteCreated";
import { outputOf } from "../catalog/parameters";
import type { MakeModule } from "../make/app";
import { changesOf } from "./xeroChanges";

/** Make tells what is new by the instant of the change alone, so a credit note comes again when it is set against an invoice. */
export const watchCreditNotes: MakeModule = {
  id: "watchCreditNotes",
  label: "Watch credit notes",
  description:
    "Triggers when a sales credit note is approved, or changes after that.",
  service: "xero",
  group: "Credit notes",
  type: "trigger",
  ...changesOf({
    collection: "CreditNotes",
    // What the events leave out must not fill a page: paging would end there.
    where:
      'Type=="ACCRECCREDIT" AND Status!="DRAFT" AND Status!="SUBMITTED" AND Status!="VOIDED" AND Status!="DELETED"',
    record: "sales credit notes",
    events: "creditNoteEvents(body.CreditNotes)",
    label: "{{item.creditNoteNumber}} {{item.customerName}}",
  }),
  // Which deal an invoice was made from, its reference tells: `Search invoices` gives it.
  ...outputOf(operation, ["deal_id"]),
};
