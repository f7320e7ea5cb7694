import type { Step, Template } from "../template";
import { placeholdersOf } from "../mapping";

/**
 * Where Zapier's editor opens with steps filled in. The parameters are those of
 * https://docs.zapier.com/powered-by-zapier/embedding-zapier/pre-filled-zaps, whose address
 * `api.zapier.com/v1/embed/<slug>/create` needs a public app; this one is used by Zapier's own developer pages for apps
 * that are not. Not tried with a live account.
 */
const EDITOR = "https://zapier.com/webintent/create-zap";

/** The integration as links name it: the number that `zapier-platform register` gave it, and its version. */
export interface RegisteredApp {
  id: string;
  version: string;
}

/**
 * Opens a Zap of the template's apps, events and fixed values. What is mapped between steps is left for the editor: that
 * links carry it is not documented. So are filters.
 */
export function prefilledLink({ steps }: Template, app: RegisteredApp): string {
  const shown = steps.filter(({ kind }) => kind !== "filter");
  const parameters = shown.flatMap((step, index) =>
    parametersOf(step, app).map(([path, value]) => [
      `steps[${index}]${path}`,
      value,
    ]),
  );
  const query = new URLSearchParams(parameters as [string, string][]);
  return `${EDITOR}?${query.toString()}`;
}

function parametersOf(
  step: Step,
  { id, version }: RegisteredApp,
): [path: string, value: string][] {
  if (step.kind === "filter") return [];
  const [api, key] =
    step.kind === "foreign"
      ? [`${step.event.api}@latest`, step.event.key]
      : [`App${id}CLIAPI@${version}`, step.key];
  const fixed = Object.entries(step.fields).flatMap(([name, value]) =>
    typeof value === "string" && placeholdersOf(value).length === 0
      ? [[`[params][${name}]`, value] as [string, string]]
      : [],
  );
  return key ? [["[app]", api], ["[action]", key], ...fixed] : [["[app]", api]];
}
