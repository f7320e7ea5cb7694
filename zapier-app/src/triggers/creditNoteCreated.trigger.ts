import { creditNoteCreated } from "@hubspot-xero/shared/catalog/creditNoteCreated";
import {
  listCreditNotes,
  sampleCreditNotes,
} from "@hubspot-xero/shared/flows/listCreditNotes";
import { pollingTrigger } from "./pollingTrigger";

export default pollingTrigger(creditNoteCreated, {
  list: listCreditNotes,
  sample: sampleCreditNotes,
  wanted: () => ({}),
});
