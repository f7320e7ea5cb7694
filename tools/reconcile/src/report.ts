import Table from "cli-table3";
import pc from "picocolors";
import { notCarried } from "@hubspot-xero/shared/customer/lostInXero";
import type { Outcome } from "./journal";
import type { Pace } from "./pace";
import { isWrite, KINDS, type Kind, type Proposal } from "./proposal";

/** Rows of each kind on the screen; the file has them all. */
const SHOWN = 8;

const TITLES: Record<Kind, string> = {
  exact: "Linked, or half linked",
  likely: "Likely the same",
  ambiguous: "For a person to decide",
  none: "On one side only",
};

/** The proposals for a person at a terminal: how many of each kind, and the first rows of what can be acted on. */
export function report(proposals: readonly Proposal[]): string {
  const counts = new Table({
    head: ["Kind", "HubSpot", "Xero only", "To write", ""],
    style: { head: [], border: [] },
    colAligns: ["left", "right", "right", "right", "left"],
  });
  for (const kind of KINDS) {
    const ofKind = proposals.filter((each) => each.kind === kind);
    const inHubspot = ofKind.filter(({ record }) => record).length;
    counts.push([
      kind,
      inHubspot,
      ofKind.length - inHubspot,
      ofKind.filter(isWrite).length,
      TITLES[kind],
    ]);
  }
  return [
    counts.toString(),
    ...lossLine(proposals),
    ...KINDS.flatMap((kind) => section(kind, proposals)),
  ].join("\n");
}

/** The row of each record in the file says what. */
function lossLine(proposals: readonly Proposal[]): string[] {
  const losing = proposals.filter(
    ({ record }) => record && notCarried(record.customer),
  ).length;
  return losing > 0
    ? [
        `${losing} HubSpot records have values that Xero does not take as they are: see the column "Not carried to Xero" of the file.`,
      ]
    : [];
}

/** Of complete links there is nothing to see. */
function section(kind: Kind, proposals: readonly Proposal[]): string[] {
  const rows = proposals.filter(
    (each) => each.kind === kind && (kind !== "exact" || isWrite(each)),
  );
  if (rows.length === 0) return [];
  const table = new Table({
    head: ["HubSpot", "Xero", "Why", "Would write"],
    style: { head: [], border: [] },
    colWidths: [30, 30, 50, 14],
    wordWrap: true,
  });
  for (const proposal of rows.slice(0, SHOWN)) {
    const { record, contact, candidates, why } = proposal;
    table.push([
      record
        ? `${record.customer.name} (${record.customer.type} ${record.customer.hubspotId ?? ""})`
        : "",
      (contact ? [contact] : candidates).map(({ Name }) => Name).join(", "),
      why,
      [
        proposal.writes.xeroContactId && "HubSpot",
        proposal.writes.contactNumber && "Xero",
      ]
        .filter(Boolean)
        .join(", "),
    ]);
  }
  const more = rows.length - SHOWN;
  return [
    "",
    pc.bold(`${TITLES[kind]} (${rows.length})`),
    table.toString(),
    ...(more > 0 ? [`... and ${more} more in the file.`] : []),
  ];
}

/** What was written, and row by row what was not. */
export function outcomeReport(outcomes: readonly Outcome[]): string {
  const failed = outcomes.filter(({ problem }) => problem);
  return [
    `${pc.green("✓")} ${outcomes.length - failed.length} links were written.`,
    ...failed.map(
      ({ key, problem }) => `${pc.yellow("–")} HubSpot ${key}: ${problem}`,
    ),
  ].join("\n");
}

export function callReport({ calls }: Pace): string {
  return `Calls made: ${calls.hubspot} to HubSpot, ${calls.xero} to Xero.`;
}
