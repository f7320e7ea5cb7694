import type { FaultWorld } from "./faultWorld";

const SHOWN = [
  "xero_invoice_number",
  "xero_invoice_status",
  "xero_amount_due",
  "xero_amount_paid",
  "xero_amount_credited",
];

export interface Tally {
  /** Records by kind; HubSpot's by object type id. */
  counts: Record<string, number>;
  /** Each invoice's total and what each deal shows, as comparable text. */
  figures: string;
}

/** What both vendors' books hold. */
export function tally({ sandbox }: FaultWorld): Tally {
  const { invoices, contacts, items } = sandbox.xero.books();
  const { objects } = sandbox.hubspot.state;
  const counts: Record<string, number> = {
    invoices: invoices.length,
    contacts: contacts.length,
    items: items.length,
  };
  for (const [type, records] of Object.entries(objects))
    counts[type] = Object.keys(records).length;
  const deals = Object.values(objects["0-3"] ?? {}).map(
    ({ id, properties }) => [
      id,
      ...SHOWN.map((name) => properties[name] ?? ""),
    ],
  );
  const totals = invoices.map(({ Reference, Total }) => [
    Reference,
    String(Total),
  ]);
  return { counts, figures: JSON.stringify([totals, deals]) };
}

export type Verdict = "duplicates" | "lost" | "wrongTotals";

/** What `found` has that the undisturbed run has not; undefined when they agree. */
export function compare(clean: Tally, found: Tally): Verdict | undefined {
  const kinds = new Set([
    ...Object.keys(clean.counts),
    ...Object.keys(found.counts),
  ]);
  const differences = [...kinds].map(
    (kind) => (found.counts[kind] ?? 0) - (clean.counts[kind] ?? 0),
  );
  if (differences.some((by) => by > 0)) return "duplicates";
  if (differences.some((by) => by < 0)) return "lost";
  return clean.figures === found.figures ? undefined : "wrongTotals";
}
