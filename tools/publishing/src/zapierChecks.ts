import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { catalog } from "@hubspot-xero/shared/catalog/catalog";
import { checked, yours, type Check } from "./check";
import { failureOf, ROOT } from "./commands";
import { unplanned } from "./unplanned";

const done = checked("zapier");
const open = yours("zapier");
const PLAN = "docs/publishing/zapier.md";
const OPERATIONS = Object.values(catalog)
  .flat()
  .map(({ key }) => key);
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

/** What Zapier's review asks for. @param run runs a script of this repository and tells what failed */
export function zapierChecks(run = failureOf): Check[] {
  return [
    done("Structure", run("zapier:validate")),
    done("Integration checks", run("check:zapier")),
    done("Package for upload", run("zapier:zip")),
    done("Credentials only in the environment", environmentFault(), "4.3"),
    done(
      "A run of every operation is planned",
      unplanned(PLAN, "Runs", OPERATIONS),
      "T001",
    ),
    open("Role", "in the register command", "M003"),
    open(
      "Homepage, and an admin of its domain",
      "a marketing page; for a public listing only",
      "M005",
    ),
    open(
      "A name of your own",
      "neither vendor's mark may be in it; for a public listing only",
      "6.1",
    ),
    open(
      "The right to both APIs",
      "HubSpot's and Xero's consent; for a public listing only",
      "3.1",
    ),
    open("A live Zap for every operation", "turn the planned ones on", "S002"),
    open(
      "Three users with a live Zap",
      "share by invitation; for a public listing only",
      "S001",
    ),
    open("A test account that does not expire", GUIDE, "7.1"),
  ];
}

const GUIDE = `${PLAN}, Test account`;

/** The guide must name each variable that the app reads, else an upload has no credentials. */
function environmentFault(): string | undefined {
  const guide = read(PLAN);
  const variables = globSync("zapier-app/src/**/*.ts", { cwd: ROOT }).flatMap(
    (file) => [...read(file).matchAll(/process\.env\["?(\w+)/g)],
  );
  const missing = variables.find(([, name = ""]) => !guide.includes(name));
  return missing && `${missing[1]} is not in ${PLAN}.`;
}
