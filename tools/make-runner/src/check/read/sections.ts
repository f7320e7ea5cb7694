import type { MakeTree, Section } from "../../tree/tree";

/** A code file of the tree with what it belongs to. */
export interface OwnedSection {
  kind: "general" | "connection" | "webhook" | "module" | "rpc";
  /** The id of the component; the kind of file for general ones. */
  owner: string;
  /** Which of the component's files: `communication`, `params`, ... */
  code: string;
  section: Section;
}

/** Every JSON code file of a tree. */
export function* sectionsOf(tree: MakeTree): Generator<OwnedSection> {
  for (const code of ["base", "groups"] as const)
    if (tree[code].path)
      yield { kind: "general", owner: code, code, section: tree[code] };
  for (const [kind, components] of [
    ["connection", tree.connections],
    ["webhook", tree.webhooks],
    ["module", tree.modules],
    ["rpc", tree.rpcs],
  ] as const)
    for (const [owner, component] of components)
      for (const [code, section] of Object.entries(component.code))
        if (section) yield { kind, owner, code, section };
}

/** The files that hold requests. */
export const requestCodes = new Set([
  "base",
  "communication",
  "epoch",
  "attach",
  "detach",
  "update",
]);

/** The files that hold what the user fills in. */
export const parameterCodes = new Set([
  "params",
  "staticParams",
  "mappableParams",
]);
