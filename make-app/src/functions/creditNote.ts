import {
  withAllocation,
  writeAllocation,
} from "@hubspot-xero/shared/allocation/allocate";
import {
  liveNotes,
  noteFilter,
} from "@hubspot-xero/shared/creditNote/byReference";
import {
  readCreditNote,
  type CreditNote,
} from "@hubspot-xero/shared/creditNote/creditNote";
import {
  allocationOf,
  creditDocument,
  creditReference,
  planCredit,
  readCreditStep,
  type CreditStep,
} from "@hubspot-xero/shared/creditNote/planCreditNote";
import { dateInZone } from "@hubspot-xero/shared/date/calendarDate";
import { ConnectorError } from "@hubspot-xero/shared/error/connectorError";
import { createdCreditNoteOutput } from "@hubspot-xero/shared/flows/createCreditNote";
import { checkNoteDate } from "@hubspot-xero/shared/flows/writeCreditNote";
import { text, type Input } from "@hubspot-xero/shared/input/input";
import type { StoredInvoice } from "@hubspot-xero/shared/invoice/readInvoice";
import { subtract, ZERO } from "@hubspot-xero/shared/money/decimal";
import { checkId } from "@hubspot-xero/shared/transport/send";
import type {
  XeroCreditNote,
  XeroOrganisation,
} from "@hubspot-xero/shared/xero/wire";
import { attempt, type Problem } from "./attempt";
import { givenOrganisation } from "./givenOrganisation";

/** Make runs functions with the scenario's time zone: credit notes are dated by it. */
interface Scenario {
  timezone?: string;
}

/** What the step wants credited, or what is wrong with its fields; nothing is sent before. */
export function creditWanted(parameters: Input) {
  return attempt(() => {
    checkId(text(parameters, "invoiceId"), "Xero");
    return readCreditStep(parameters);
  });
}

/** How an earlier credit note of the step is found. */
export function creditSearch(step: CreditStep, invoice: StoredInvoice) {
  const reference = creditReference(step, invoice);
  return { where: noteFilter(reference, invoice.contactId ?? "") };
}

/** What an earlier run made, or what is to be made; nothing is written before. */
export function creditPlan(
  this: Scenario,
  step: CreditStep,
  invoice: StoredInvoice,
  found: readonly XeroCreditNote[] | undefined,
  now: Date | string,
) {
  return attempt(() => {
    const reference = creditReference(step, invoice);
    if (!found)
      throw new ConnectorError(
        "server",
        "Xero's answer about credit notes holds no list. Run this scenario again: nothing is made twice.",
      );
    const notes = liveNotes(found, reference).map(readCreditNote);
    const { existing, amount } = planCredit(step, invoice, notes);
    const today = dateInZone(
      new Date(now).toISOString(),
      this.timezone ?? "UTC",
    );
    return {
      existing,
      amount,
      today,
      document: existing
        ? undefined
        : creditDocument(step, invoice, amount, today),
    };
  });
}

/** What stands against the date of a new credit note, before it is written. */
export function checkCreditDate(
  document: XeroCreditNote,
  record: string,
  organisations: readonly XeroOrganisation[] | undefined,
) {
  return attempt(() => {
    checkNoteDate(document, record, givenOrganisation(organisations));
    return {};
  });
}

/** A credit note that was just made. */
export function newCreditNote(wire: XeroCreditNote | undefined) {
  return wire && readCreditNote(wire);
}

/** What of a credit note is to be set against the invoice, and the request that does so; nothing where nothing is. */
export function creditAllocation(
  step: CreditStep,
  note: CreditNote | undefined,
  invoice: StoredInvoice,
  today: string,
) {
  const allocation =
    note && step.isAllocated ? allocationOf(note, invoice, today) : undefined;
  return (
    allocation && {
      allocation,
      body: writeAllocation(allocation),
    }
  );
}

/** What the module hands out; nothing as long as there is no credit note. */
export function creditNoteResult(
  plan: Exclude<ReturnType<typeof creditPlan>, Problem>,
  note: CreditNote | undefined,
  invoice: StoredInvoice,
  set?: NonNullable<ReturnType<typeof creditAllocation>>,
) {
  return (
    note &&
    createdCreditNoteOutput({
      outcome: plan.existing ? "already_credited" : "created",
      creditNote: set ? withAllocation(note, set.allocation) : note,
      invoice,
      difference: plan.existing ? ZERO : subtract(note.total, plan.amount),
    })
  );
}
