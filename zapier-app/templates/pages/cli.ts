import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { version } from "../../package.json";
import { templates } from "../templates";
import { pages } from "./pages";
import { prefilledLink } from "./prefilledLink";

const FOLDER = join(__dirname, "../../../docs/templates");

const { app } = parseArgs({ options: { app: { type: "string" } } }).values;

if (app !== undefined) {
  if (!/^\d+$/.test(app)) {
    console.error(
      `"${app}" is no app's number. Give the id that stands in zapier-app/.zapierapprc: --app 123456.`,
    );
    process.exit(1);
  }
  for (const template of templates)
    console.log(
      `${template.title}\n${prefilledLink(template, { id: app, version })}\n`,
    );
} else {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, content] of Object.entries(pages()))
    writeFileSync(join(FOLDER, name), content);
}
