import { readFileSync } from "node:fs";
import { join } from "node:path";
import { app } from "../../../make-app/src/app";
import { checked, yours, type Check } from "./check";
import { failureOf, ROOT } from "./commands";

const done = checked("make");
const open = yours("make");

/** What Make's review asks for. @param run runs a script of this repository and tells what failed */
export function makeChecks(run = failureOf): Check[] {
  return [
    done("Review rules", run("check:make")),
    done("A scenario for every module is planned", unplanned()),
    open("Custom functions enabled", "docs/publishing/make.md, Helpdesk"),
    open("OAuth clients entered", "in the connections' common data"),
    open("Scenarios run once, with fresh logs", "docs/publishing/make.md"),
    open("Screenshots", "docs/publishing/make.md, Screenshots"),
    open(
      "A service that Make does not have",
      "it has HubSpot and Xero; for a public listing only",
    ),
  ];
}

function unplanned(): string | undefined {
  const guide = readFileSync(join(ROOT, "docs/publishing/make.md"), "utf8");
  const missing = app.modules.filter(({ id }) => !guide.includes(`\`${id}\``));
  return missing.length === 0
    ? undefined
    : `${missing.map(({ id }) => id).join(", ")}: docs/publishing/make.md, Scenarios.`;
}
