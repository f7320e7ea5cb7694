import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "./finding";

/** Findings that were decided on. */
export interface Accepted {
  rule: string;
  /** Paths of findings; `*` stands for any part of one. */
  at: string[];
  reason: string;
}

export interface Sorted {
  /** What is left to do, acceptances of nothing among it. */
  open: Finding[];
  accepted: { by: Accepted; findings: Finding[] }[];
}

/** @param folder with `accepted.json` */
export const readAccepted = (folder: string): Accepted[] =>
  JSON.parse(readFileSync(join(folder, "accepted.json"), "utf8")) as Accepted[];

/** Parts what was decided on from what is left to do. */
export function sortFindings(
  findings: readonly Finding[],
  decided: readonly Accepted[],
): Sorted {
  const accepted = decided.map((by) => ({
    by,
    findings: findings.filter((finding) => accepts(by, finding)),
  }));
  const idle = decided.flatMap(({ rule, at }) =>
    at
      .filter((path) => !findings.some((one) => covers(rule, path, one)))
      .map((path): Finding => ({
        rule: "accepted-unused",
        severity: "warning",
        path,
        message: `Take ${path} out of the accepted findings of ${rule}: there is none.`,
      })),
  );
  return {
    open: [
      ...findings.filter((one) => !decided.some((by) => accepts(by, one))),
      ...idle,
    ],
    accepted: accepted.filter((one) => one.findings.length > 0),
  };
}

const accepts = ({ rule, at }: Accepted, finding: Finding): boolean =>
  at.some((path) => covers(rule, path, finding));

const covers = (rule: string, path: string, finding: Finding): boolean =>
  finding.rule === rule &&
  new RegExp(`^${path.split("*").map(escaped).join(".*")}$`).test(finding.path);

const escaped = (text: string): string =>
  text.replace(/[\\^$.|?+()[\]{}]/g, "\\$&");
