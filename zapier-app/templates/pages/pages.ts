import { templates } from "../templates";
import { contents } from "./contents";
import { diagram } from "./diagram";
import { guide } from "./guide";

/** Everything in docs/templates, by file name. */
export function pages(): Record<string, string> {
  return Object.fromEntries([
    ["README.md", contents(templates)],
    ...templates.flatMap((template) => [
      [`${template.id}.md`, guide(template)],
      [`${template.id}.svg`, diagram(template)],
    ]),
  ]);
}
