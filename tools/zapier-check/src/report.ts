import { countLine, findingLine } from "@hubspot-xero/make-runner/check/report";
import colours from "picocolors";
import type { Sorted } from "./accepted";
import type { Severity } from "./finding";
import { notOffline } from "./notOffline";
import { rules } from "./rules";

const colourOf: Record<Severity, (text: string) => string> = {
  error: colours.red,
  "publishing task": colours.magenta,
  warning: colours.yellow,
};

const severities = Object.keys(colourOf) as Severity[];
const WIDTH = Math.max(...severities.map(({ length }) => length));

/** What the command shows: what to change, what was decided on, and what nothing here can tell. */
export function printed({ open, accepted }: Sorted): string {
  return [
    ...open.map((finding) =>
      colourOf[finding.severity](findingLine(finding, WIDTH)),
    ),
    ...accepted.map(
      ({ by: { rule, reason }, findings }) =>
        `${"accepted".padEnd(WIDTH)} ${findings.map(({ path }) => path).join(", ")}: ${reason} (${rule})`,
    ),
    ...notOffline.map((one) =>
      colours.dim(
        `${"not offline".padEnd(WIDTH)} ${one.rules}: ${one.reason}.`,
      ),
    ),
    `${rules.length} rules: ${countLine(open, severities)}, ${accepted.flatMap(({ findings }) => findings).length} accepted`,
  ].join("\n");
}
