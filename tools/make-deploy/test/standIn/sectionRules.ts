import { parse, type ParseError } from "jsonc-parser";
import { Refusal } from "./refusal";
import type { Kind } from "./state";

const SECTIONS: Record<Kind | "app", string[]> = {
  app: ["base", "groups", "readme"],
  connection: [
    ...["api", "parameters", "scopes", "scope"],
    ...["install", "installSpec", "common"],
  ],
  rpc: ["api", "parameters"],
  webhook: ["api", "parameters", "attach", "detach", "update", "scope"],
  module: [
    ...["api", "epoch", "parameters", "expect"],
    ...["interface", "samples", "scope"],
  ],
  function: ["code", "test"],
};

/** Refuses sections Make does not have, wrong content types, broken JSON, and groups of unknown modules. */
export function checkSection(
  kind: Kind | "app",
  section: string,
  contentType: string | undefined,
  text: string,
  modules: string[] = [],
): void {
  if (!SECTIONS[kind].includes(section))
    throw new Refusal(404, `There is no section ${section}.`);
  const wanted = contentTypeOf(kind, section);
  if (contentType !== wanted)
    throw new Refusal(400, `Content type ${contentType}, wanted ${wanted}.`);
  if (!wanted.includes("json")) return;
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors);
  if (errors.length > 0) throw new Refusal(400, "Invalid JSON.");
  if (section !== "groups") return;
  for (const { modules: named } of value as { modules: string[] }[])
    for (const name of named)
      if (!modules.includes(name))
        throw new Refusal(400, `Groups name the unknown module ${name}.`);
}

function contentTypeOf(kind: Kind | "app", section: string): string {
  if (kind === "function") return "application/javascript";
  if (section === "readme") return "text/markdown";
  return section === "common" ? "application/json" : "application/jsonc";
}
