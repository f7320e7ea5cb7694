import { choice, type Input } from "../input/input";
import {
  readDealInvoiceOptions,
  type DealInvoiceOptions,
} from "../invoice/options";
import { dueTerms, type DueTerms } from "./dueTerms";

/** What to do with a schedule that begins before today: Xero bills all its past dates at once. */
export type PastStart = "refuse" | "bill_past" | "from_next";

/** How a user wants a deal's recurring lines billed. */
export interface RepeatingOptions {
  /** For the invoice of the one-time lines, and for what every repeating invoice shares with it. */
  invoice: DealInvoiceOptions;
  /** Xero e-mails each invoice of a schedule on its day. */
  isSent: boolean;
  terms: DueTerms;
  pastStart: PastStart;
}

/** @throws ConnectorError `validation`, naming the field */
export function readRepeatingOptions(input: Input): RepeatingOptions {
  const status = choice(
    input,
    "invoiceStatus",
    ["DRAFT", "AUTHORISED", "SENT"] as const,
    "DRAFT",
  );
  const isSent = status === "SENT";
  const invoice = readDealInvoiceOptions({
    ...input,
    invoiceStatus: isSent ? "AUTHORISED" : status,
    sendEmail: isSent,
    oncePer: "deal",
    withoutLines: "refuse",
  });
  return {
    invoice,
    isSent,
    terms: dueTerms(invoice),
    pastStart: choice(
      input,
      "pastStart",
      ["refuse", "bill_past", "from_next"] as const,
      "refuse",
    ),
  };
}
