import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { app } from "../app";
import { blueprintOf } from "../blueprints/blueprint";
import { blueprints } from "../blueprints/blueprints";
import { answer } from "./border";
import { buildFunctions, entryFile } from "./buildFunctions";
import { CUTS, sharedFile } from "./cuts";
import { testsOf } from "./functionTests";
import { ENTRIES } from "./functions";
import { treeOf } from "./tree";

const root = fileURLToPath(new URL("../../", import.meta.url));
/** The id that Make gave the app, which blueprints name it by: `--app <id>`, else that of the last deployment. */
function appId(): string {
  const { values } = parseArgs({ options: { app: { type: "string" } } });
  const origin = join(root, "origin.json");
  if (values.app) return values.app;
  if (!existsSync(origin)) return "hubspot-xero";
  return (JSON.parse(readFileSync(origin, "utf8")) as { appId: string }).appId;
}

/** What the TypeScript source of an IML function answers. */
async function answerOf(
  name: string,
  given: readonly unknown[],
): Promise<unknown> {
  const entry = ENTRIES[name];
  const cut = Object.keys(CUTS).find((module) => CUTS[module] === name);
  const file = entry ? entryFile(entry) : sharedFile(cut!);
  const module = (await import(file)) as Record<
    string,
    (...given: readonly unknown[]) => unknown
  >;
  const [first, ...others] = given;
  return entry
    ? module[name]!.apply({ timezone: "Europe/London" }, [...given])
    : answer(module[String(first)], others);
}

const functions = await buildFunctions();
const files = treeOf(
  app,
  functions,
  await testsOf(functions, answerOf),
  readFileSync(join(root, "APP.md"), "utf8"),
);
replace(join(root, "dist"), files);

replace(
  join(root, "blueprints"),
  new Map(
    blueprints.map((scenario) => [
      `${scenario.id}.blueprint.json`,
      `${JSON.stringify(blueprintOf(scenario, appId()), undefined, 2)}\n`,
    ]),
  ),
);

/** Writes a folder anew. */
function replace(folder: string, contents: ReadonlyMap<string, string>): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of contents) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
