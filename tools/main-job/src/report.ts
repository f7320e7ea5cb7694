import Table from "cli-table3";
import pc from "picocolors";
import type { MeteredCall } from "@hubspot-xero/sandbox/meter";
import type { DealRun, MainJobResult } from "./mainJob";
import type { Advance, DealMoney } from "./moneyBack";

const CONTACT_WORDS: Record<string, string> = {
  stored: "linked before",
  matched: "found in Xero",
  created: "new in Xero",
};

/** What happened, deal by deal, as a table and a list of what people must do. */
export function report(result: MainJobResult): string {
  const done = result.runs.filter(({ output }) => output);
  const refused = result.runs.filter(({ refusal }) => refusal);
  return [
    pc.bold("Deals invoiced"),
    done.length ? invoiceTable(done) : "None.",
    "",
    pc.bold("Deals not invoiced, and what to do"),
    ...(refused.length ? refused.map(refusalText) : ["None."]),
    "",
    pc.bold("The money comes back: what Xero did, and what the deals show"),
    moneyTable(result.moneyBack.deals),
    ...result.moneyBack.advances.map(advanceText),
    `${result.moneyBack.events} events carried to the deals: ${traffic(result.moneyBack.calls)}.`,
    "",
    "The first invoices also read accounts, tax rates and items, which are then remembered.",
    `Trigger poll: ${traffic(result.pollCalls)}.  All invoices: ${traffic(result.runs.flatMap(({ calls }) => calls))}.`,
  ].join("\n");
}

export function runLine({ dealName, output, refusal }: DealRun): string {
  return output
    ? `${pc.green("✓")} ${output.message}`
    : `${pc.yellow("–")} ${dealName} was not invoiced${refusal?.name === "HaltedError" ? ": see below" : ` (${refusal?.name})`}`;
}

function invoiceTable(runs: DealRun[]): string {
  const table = new Table({
    head: [
      "Deal",
      "Invoice",
      "Customer",
      "How",
      "Net",
      "Tax",
      "Total",
      "Off by",
      "Calls (Xero)",
      "Bytes",
    ],
    style: { head: [], border: [] },
    colAligns: [
      "left",
      "left",
      "left",
      "left",
      "right",
      "right",
      "right",
      "right",
      "right",
      "right",
    ],
  });
  for (const { dealName, output, calls } of runs) {
    if (!output) continue;
    const { currency = "" } = output;
    const xero = calls.filter(({ vendor }) => vendor === "xero").length;
    table.push([
      dealName,
      `${output.invoice_number} ${output.outcome === "already_invoiced" ? "(there already)" : (output.status ?? "")}`,
      output.contact_name ?? "",
      CONTACT_WORDS[output.contact_outcome ?? ""] ?? "",
      amount(output.subtotal),
      amount(output.tax),
      `${amount(output.total)} ${currency}`,
      amount(output.difference),
      `${calls.length} (${xero})`,
      bytes(calls),
    ]);
  }
  return table.toString();
}

function moneyTable(deals: DealMoney[]): string {
  if (deals.length === 0)
    return "Every invoice was dealt with in an earlier run.";
  const table = new Table({
    head: ["Deal", "In Xero", "Before", "After", "Paid", "Due", "Credited"],
    style: { head: [], border: [] },
    colAligns: ["left", "left", "left", "left", "right", "right", "right"],
  });
  for (const { dealName, what, before, after } of deals)
    table.push([
      dealName,
      what,
      before.state,
      after.state,
      after.paid,
      after.due,
      after.credited,
    ]);
  return table.toString();
}

function advanceText({ kind, amount: paid, currency, customerName }: Advance) {
  return `${pc.yellow("!")} ${customerName} has ${amount(paid)} ${currency} open from ${kind === "overpayment" ? "an overpayment" : "a prepayment"}: set it against an invoice in Xero, or pay it back.`;
}

function refusalText({ dealName, refusal, calls }: DealRun): string {
  return `${pc.yellow("–")} ${pc.bold(dealName)} (${traffic(calls)})\n  ${refusal?.message}`;
}

function traffic(calls: MeteredCall[]): string {
  const plural = calls.length === 1 ? "call" : "calls";
  return `${calls.length} ${plural}, ${bytes(calls)} bytes`;
}

/** The bytes of all answers. */
export function bytes(calls: MeteredCall[]): string {
  return calls
    .reduce((sum, { responseBytes }) => sum + responseBytes, 0)
    .toLocaleString("en-GB");
}

function amount(value: number | undefined): string {
  return value === undefined
    ? ""
    : value.toLocaleString("en-GB", {
        minimumFractionDigits: 2,
        maximumFractionDigits: 2,
      });
}
