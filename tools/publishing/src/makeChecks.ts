import { app } from "../../../make-app/src/app";
import { checked, yours, type Check } from "./check";
import { failureOf } from "./commands";
import { unplanned } from "./unplanned";

const done = checked("make");
const open = yours("make");
const PLAN = "docs/publishing/make.md";
const MODULES = app.modules.map(({ id }) => id);

/** What Make's review asks for. @param run runs a script of this repository and tells what failed */
export function makeChecks(run = failureOf): Check[] {
  return [
    done("Review rules", run("check:make")),
    done(
      "A scenario for every module is planned",
      unplanned(PLAN, "Scenarios", MODULES),
    ),
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
