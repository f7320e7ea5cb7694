import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { catalog } from "@hubspot-xero/shared/catalog/catalog";
import { checked, yours, type Check } from "./check";
import { failureOf, ROOT } from "./commands";
import { listing } from "./listing";
import { pngFacts } from "./logo";

const done = checked("zapier");
const open = yours("zapier");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

/** What Zapier's review asks for. @param run runs a script of this repository and tells what failed */
export function zapierChecks(run = failureOf): Check[] {
  return [
    done("Structure", run("zapier:validate")),
    done("Integration checks", run("check:zapier")),
    done("Package for upload", run("zapier:zip")),
    done("Description", descriptionFault(listing.description), "M002"),
    done("Logo", logoFault(readFileSync(join(ROOT, LOGO))), "M004"),
    done("Credentials only in the environment", environmentFault(), "4.3"),
    done("A run of every operation is planned", unplanned(), "T001"),
    open("Category and role", `${listing.category}, ${listing.role}`, "M001"),
    open("Homepage, and an admin of its domain", "a marketing page", "M005"),
    open("A name of your own", "neither vendor's mark may be in it", "6.1"),
    open("The right to both APIs", "HubSpot's and Xero's consent", "3.1"),
    open("A live Zap for every operation", "turn the planned ones on", "S002"),
    open("Three users with a live Zap", "share by invitation", "S001"),
    open("A test account that does not expire", GUIDE, "7.1"),
  ];
}

export const LOGO = "docs/publishing/logo.png";
const GUIDE = "docs/publishing/zapier.md, Test account";

export function descriptionFault(text: string): string | undefined {
  if (text.length < 40 || text.length > 140)
    return `It has ${text.length} characters; 40 to 140 are taken.`;
  if (/zapier|\bsync/i.test(text)) return "It says Zapier or sync.";
  return undefined;
}

export function logoFault(png: Buffer): string | undefined {
  const { width, height, isRgba } = pngFacts(png);
  return width === height && width >= 256 && isRgba
    ? undefined
    : `${width} x ${height}; it must be square, 256 at least, with transparency. npm run publishing -- --logo`;
}

/** The guide must name each variable that the app reads, else an upload has no credentials. */
function environmentFault(): string | undefined {
  const guide = read("docs/publishing/zapier.md");
  const variables = globSync("zapier-app/src/**/*.ts", { cwd: ROOT }).flatMap(
    (file) => [...read(file).matchAll(/process\.env\["?(\w+)/g)],
  );
  const missing = variables.find(([, name = ""]) => !guide.includes(name));
  return missing && `${missing[1]} is not in docs/publishing/zapier.md.`;
}

function unplanned(): string | undefined {
  const guide = read("docs/publishing/zapier.md");
  const missing = Object.values(catalog)
    .flat()
    .filter(({ key }) => !guide.includes(`\`${key}\``));
  return missing.length === 0
    ? undefined
    : `${missing.map(({ key }) => key).join(", ")}: docs/publishing/zapier.md, Runs.`;
}
