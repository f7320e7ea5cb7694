import { APP_NAME } from "../operations";
import type { Template } from "../template";
import { blocks, table, WARNING } from "./markdown";

/** The page that lists the templates beside the scenarios of Make. */
export function contents(templates: readonly Template[]): string {
  return blocks([
    WARNING,
    "# Templates",
    `Zaps of **${APP_NAME}** to set up, each with a page that leads through it field by field, and the blueprint that does the same on Make. Every one runs in the tests, from the trigger to the books.`,
    table(
      ["Zap", "Steps", "On Make"],
      templates.map(({ id, title, steps, blueprint }) => [
        `[${title}](${id}.md)`,
        String(steps.length),
        blueprint ? `\`${blueprint}\`` : "",
      ]),
    ),
    "The blueprints are those of [docs/make.md](../make.md#scenarios-to-import). They differ where Make does: a month's batch takes 50 deals there, credit notes are watched as such, and overdue invoices are looked for once a day.",
    "## Links",
    "A link opens Zapier's editor with a template's apps, events and fixed values. It names your own integration, by the number that `zapier-platform register` gave it (in `zapier-app/.zapierapprc`):",
    "```\nnpm run -s templates -w zapier-app -- --app 123456\n```",
    "prints one for each template. Mapped fields, filters and your own choices are left for the page to lead you through.",
    "## What only Zapier can prove",
    "- The links follow Zapier's [pre-filled Zaps](https://docs.zapier.com/powered-by-zapier/embedding-zapier/pre-filled-zaps), which are documented for public apps. That they open for a private one, under the address that Zapier's developer pages use for such, has not been tried.\n- The names of Slack's, HubSpot's and Schedule's events and fields are theirs to change, and their keys are not documented.\n- Zapier offers Zap templates of its own for public apps only, so these are pages and links.",
  ]);
}
