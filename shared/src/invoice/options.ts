import {
  readCustomerMatch,
  type CustomerMatch,
} from "../customer/matchCustomer";
import type { DealPart, OncePer } from "../deal/billingKey";
import { validation } from "../error/connectorError";
import type { Decimal } from "../money/decimal";
import { choice, flag, rows, text, type Input } from "../input/input";
import { decimalField } from "../input/decimalField";
import { wholeNumberField } from "../input/wholeNumberField";
import { readDueRule, type DueRule } from "./dueDate";
import type { InvoiceStatus, LineAmountTypes, TrackingChoice } from "./invoice";

/** How a user wants invoices made: the options that every invoice action shares. */
export interface InvoiceOptions {
  status: InvoiceStatus;
  lineAmountTypes: LineAmountTypes;
  accountCode?: string;
  taxType?: string;
  /** Left out, no due date is sent; Xero demands one on approved invoices. */
  dueInDays?: number;
  dueRule: DueRule;
  reference?: string;
  brandingThemeId?: string;
  tracking?: TrackingChoice[];
  customerMatch: CustomerMatch;
  sendEmail: boolean;
}

/** The options of making an invoice from a deal. */
export interface DealInvoiceOptions extends InvoiceOptions {
  /** HubSpot tax rate id -> Xero TaxType. */
  taxTable: Record<string, string>;
  oncePer: OncePer;
  /** The trigger's event, where each stage entry is invoiced. */
  stageEntryId?: string;
  /** Left out, the whole deal is billed. */
  part?: DealPart;
  /** Of the deal's net worth; this or the amount is given for a deposit. */
  depositPercent?: Decimal;
  depositAmount?: Decimal;
  /** What to do when line roundings miss the deal's net total by cents. */
  onDifference: "refuse" | "rounding_line";
  /** What to do with a deal that has no lines. */
  withoutLines: "refuse" | "deal_amount";
}

export function readInvoiceOptions(input: Input): InvoiceOptions {
  const status = choice(
    input,
    "invoiceStatus",
    ["DRAFT", "SUBMITTED", "AUTHORISED"] as const,
    "DRAFT",
  );
  const options: InvoiceOptions = {
    status,
    lineAmountTypes: choice(
      input,
      "lineAmountTypes",
      ["Exclusive", "Inclusive", "NoTax"] as const,
      "Exclusive",
    ),
    accountCode: text(input, "accountCode"),
    taxType: text(input, "taxType"),
    dueInDays: wholeNumberField(input, "dueInDays", "Due In Days", [0, 999]),
    dueRule: readDueRule(input),
    reference: text(input, "reference"),
    brandingThemeId: text(input, "brandingThemeId"),
    tracking: readTracking(input),
    customerMatch: readCustomerMatch(input),
    sendEmail: flag(input, "sendEmail"),
  };
  if (options.sendEmail && status === "DRAFT") {
    throw validation(
      "Xero does not e-mail drafts. Choose the invoice status Approved, or do not send the e-mail.",
    );
  }
  return options;
}

export function readDealInvoiceOptions(input: Input): DealInvoiceOptions {
  const options = readInvoiceOptions(input);
  if (options.status === "AUTHORISED" && options.dueInDays === undefined) {
    throw validation(
      "Xero demands a due date on approved invoices. Fill in Due In Days.",
    );
  }
  return {
    ...options,
    taxTable: readTaxTable(input),
    oncePer: choice(input, "oncePer", ["deal", "stage_entry"] as const, "deal"),
    stageEntryId: text(input, "stageEntryId"),
    part: readPart(input),
    depositPercent: decimalField(input, "depositPercent", "Deposit Percent", 4),
    depositAmount: decimalField(input, "depositAmount", "Deposit Amount", 2),
    onDifference: choice(
      input,
      "onDifference",
      ["refuse", "rounding_line"] as const,
      "refuse",
    ),
    withoutLines: choice(
      input,
      "withoutLines",
      ["refuse", "deal_amount"] as const,
      "refuse",
    ),
  };
}

/** Which part of a deal a step bills; undefined for the whole. */
export function readPart(input: Input): DealPart | undefined {
  const bills = ["whole", "deposit", "balance"] as const;
  const bill = choice(input, "bill", bills, "whole");
  return bill === "whole" ? undefined : bill;
}

function readTaxTable(input: Input): Record<string, string> {
  const table: Record<string, string> = {};
  for (const row of rows(input, "taxTable")) {
    const rate = text(row, "hubspotTaxRate");
    const taxType = text(row, "xeroTaxRate");
    if (rate && taxType) table[rate] = taxType;
    else if (rate || taxType)
      throw validation(
        "A row of the tax table is half empty. Fill in both tax rates, or remove the row.",
      );
  }
  return table;
}

/** Dropdown values are `<category id>/<option id>`; a line carries two at most. */
function readTracking(input: Input): TrackingChoice[] | undefined {
  const value = input["tracking"];
  const picked = (Array.isArray(value) ? value : [value]).filter(Boolean);
  if (picked.length === 0) return undefined;
  const choices = picked.map((entry) => {
    const chosen = text({ tracking: entry }, "tracking") ?? "";
    const [categoryId, optionId] = chosen.split("/");
    if (categoryId && optionId) return { categoryId, optionId };
    throw validation(
      `"${chosen.slice(0, 80)}" is not a tracking option. Choose it from the list.`,
    );
  });
  const categories = new Set(choices.map(({ categoryId }) => categoryId));
  if (choices.length > 2 || categories.size < choices.length) {
    throw validation(
      "Xero takes one option of at most two tracking categories. Remove the others.",
    );
  }
  return choices;
}
