import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../src/commands";
import { listing } from "../src/listing";
import { logoSvg } from "../src/logo";
import { makeChecks } from "../src/makeChecks";
import {
  descriptionFault,
  LOGO,
  logoFault,
  zapierChecks,
} from "../src/zapierChecks";

const succeed = () => undefined;
const missing = (run: () => string | undefined) =>
  [...zapierChecks(run), ...makeChecks(run)].filter(
    ({ state }) => state === "missing",
  );

it("nothing that can be checked here is missing", () => {
  expect(missing(succeed)).toEqual([]);
});

it("a command that fails is told with what it said", () => {
  const found = missing(() => "npm run check:zapier: 2 errors");
  expect(found.map(({ what }) => what)).toEqual([
    "Structure",
    "Integration checks",
    "Package for upload",
    "Review rules",
  ]);
  expect(found[0]?.detail).toBe("npm run check:zapier: 2 errors");
});

it.each([
  ["short", "It has 5 characters; 40 to 140 are taken."],
  [`${"a".repeat(40)} for Zapier`, "It says Zapier or sync."],
  [`${"a".repeat(40)} syncs deals`, "It says Zapier or sync."],
])("refuses the description %j", (text, fault) => {
  expect(descriptionFault(text)).toBe(fault);
});

it("the registration in the guide is the listing", () => {
  const guide = readFileSync(join(ROOT, "docs/publishing/zapier.md"), "utf8");
  const { name, description, audience, role, category } = listing;
  expect(guide).toContain(
    `register "${name}" --desc "${description}" --audience ${audience} --role ${role} --category ${category}`,
  );
});

it("refuses a logo that is too small, and the drawing is the committed one", () => {
  const png = Buffer.from(readFileSync(join(ROOT, LOGO)));
  expect(logoFault(png)).toBeUndefined();
  png.writeUInt32BE(128, 16);
  expect(logoFault(png)).toMatch(/^128 x 512/);
  const svg = readFileSync(join(ROOT, LOGO.replace("png", "svg")), "utf8");
  expect(svg).toBe(logoSvg());
});
