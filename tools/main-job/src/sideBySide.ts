import Table from "cli-table3";
import pc from "picocolors";
import type { MeteredCall } from "@hubspot-xero/sandbox/meter";
import type { Sandbox } from "@hubspot-xero/sandbox/sandbox";
import type { MainJobResult } from "./mainJob";
import type { MakeJobResult } from "./makeJob";
import { bytes } from "./report";

/** How many invoices the two apps made alike, of those that either made. */
export interface Likeness {
  alike: number;
  /** References of invoices that differ, or that only one app made. */
  different: string[];
}

/** Compares the books that the Zapier app filled with those that the Make app filled: invoices, lines, payments, deals. */
export function compareBooks(zapier: Sandbox, make: Sandbox): Likeness {
  const [ours, theirs] = [facts(zapier), facts(make)];
  const references = [...new Set([...ours.keys(), ...theirs.keys()])];
  const different = references.filter(
    (reference) => ours.get(reference) !== theirs.get(reference),
  );
  return { alike: references.length - different.length, different };
}

/** What matters of each invoice and of its deal, by reference; ids and addresses differ between two books. */
function facts({ xero, hubspot }: Sandbox): Map<string, string> {
  const { invoices, contacts } = xero.books();
  const names = new Map(
    contacts.map(({ ContactID, Name }) => [ContactID, Name]),
  );
  return new Map(
    invoices.flatMap((invoice) => {
      const reference = invoice.Reference ?? "";
      const dealId = /^HS-(\d+)$/.exec(reference)?.[1];
      if (!dealId) return [];
      const { properties = {} } = hubspot.get("deals", dealId) ?? {};
      const shown = Object.entries(properties).filter(
        ([name]) => name.startsWith("xero_") && !/_(id|url|number)$/.test(name),
      );
      const lines = invoice.LineItems.map((line) => ({
        ...line,
        LineItemID: undefined,
      }));
      const { Contact, Status, CurrencyCode, Date, DueDate } = invoice;
      const { SubTotal, TotalTax, Total, AmountDue, AmountPaid } = invoice;
      return [
        [
          reference,
          JSON.stringify([
            ...[
              names.get(Contact.ContactID),
              Status,
              CurrencyCode,
              Date,
              DueDate,
              lines,
            ],
            ...[SubTotal, TotalTax, Total, AmountDue, AmountPaid],
            shown.sort(),
          ]),
        ],
      ];
    }),
  );
}

/** Both apps beside each other: what each job cost, and whether they did the same. */
export function sideBySide(
  zapier: MainJobResult,
  make: MakeJobResult,
  { alike, different }: Likeness,
): string {
  const table = new Table({
    head: [
      "Job",
      "Zapier: calls (Xero)",
      "Bytes",
      "Tasks",
      "Make: calls (Xero)",
      "Bytes",
      "Operations",
    ],
    style: { head: [], border: [] },
    colAligns: ["left", "right", "right", "right", "right", "right", "right"],
  });
  const { runs, pollCalls, moneyBack } = zapier;
  table.push(
    [
      "Won deals to invoices",
      ...traffic([...pollCalls, ...runs.flatMap(({ calls }) => calls)]),
      runs.filter(({ output }) => output).length,
      ...traffic(make.invoices.calls),
      make.invoices.operations,
    ],
    [
      "Xero's day to the deals",
      ...traffic(moneyBack.calls),
      moneyBack.events,
      ...traffic(make.money.calls),
      make.money.operations,
    ],
  );
  const verdict =
    different.length === 0
      ? `${pc.green("✓")} All ${alike} invoices are alike in both: customer, lines, tax, payments, and what their deals show.`
      : `${pc.red("✗")} Not alike in both: ${different.join(", ")}.`;
  return [
    pc.bold("The same work through both apps, each on books of its own"),
    table.toString(),
    verdict,
    "Make keeps nothing between two runs: it reads accounts, tax rates and items for each invoice. Tasks and operations are counted as the platforms bill them.",
  ].join("\n");
}

function traffic(calls: MeteredCall[]): [string, string] {
  const xero = calls.filter(({ vendor }) => vendor === "xero").length;
  return [`${calls.length} (${xero})`, bytes(calls)];
}
