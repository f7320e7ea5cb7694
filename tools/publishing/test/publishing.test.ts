import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../src/commands";
import { logoSvg } from "../src/logo";
import { makeChecks } from "../src/makeChecks";
import { zapierChecks } from "../src/zapierChecks";

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

const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

it("the registration in the guide is the listing", () => {
  const { title, description, category } = JSON.parse(
    read("zapier-app/review/listing.json"),
  ) as Record<string, string>;
  expect(read("docs/publishing/zapier.md")).toContain(
    `register "${title}" --desc "${description}" --audience private --role contractor --category ${category}`,
  );
});

it("the committed drawing is that of the script", () => {
  expect(read("docs/publishing/logo.svg")).toBe(logoSvg());
});
