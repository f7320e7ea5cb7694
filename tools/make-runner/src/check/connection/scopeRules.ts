import type { MakeTree, Section } from "../../tree/tree";
import type { Rule } from "../finding";
import { listOf, objectOf, place } from "../read/json";
import { isOauth } from "../read/requests";

/** What an app asks the user's consent for. */
export const scopeRules: Rule[] = [
  {
    id: "scope-oauth",
    what: "scopes are asked of OAuth connections only",
    severity: "error",
    *find(tree) {
      for (const { section, connections } of asking(tree))
        if (
          listOf(section.value).length > 0 &&
          !connections.some((id) => isOauth(tree, id))
        )
          yield {
            path: section.path,
            message: "Empty this list: only an OAuth connection has scopes.",
          };
    },
  },
  {
    id: "scope-listed",
    what: "every scope that is asked for is in the scope list of its connection",
    severity: "error",
    *find(tree) {
      for (const { section, connections } of asking(tree)) {
        const lists = connections
          .filter((id) => isOauth(tree, id))
          .map((id) =>
            objectOf(tree.connections.get(id)?.code.scopeList?.value),
          );
        for (const [index, scope] of listOf(section.value).entries())
          if (lists.length > 0 && !lists.some((list) => String(scope) in list))
            yield {
              path: place(section.path, `/${index}`),
              message: `Add ${String(scope)} with a description to the scope list of ${connections.join(" or ")}.`,
            };
      }
    },
  },
  {
    id: "scope-described",
    what: "every scope of a scope list is described",
    severity: "error",
    *find({ connections }) {
      for (const { code } of connections.values())
        for (const [scope, text] of Object.entries(
          objectOf(code.scopeList?.value),
        ))
          if (typeof text !== "string" || !text.trim())
            yield {
              path: code.scopeList?.path ?? "",
              message: `Say what ${scope} allows: users read it when they consent.`,
            };
    },
  },
];

/** The lists of scopes, each with the connections that are to grant them. */
function* asking(
  tree: MakeTree,
): Generator<{ section: Section; connections: string[] }> {
  for (const [id, { code }] of tree.connections)
    if (code.defaultScope)
      yield { section: code.defaultScope, connections: [id] };
  for (const { metadata, code } of tree.modules.values())
    if (code.scope)
      yield { section: code.scope, connections: connectionsOf(metadata) };
  for (const { metadata, code } of tree.webhooks.values())
    if (code.requiredScope)
      yield {
        section: code.requiredScope,
        connections: connectionsOf(metadata),
      };
}

const connectionsOf = (metadata: {
  connection: string | null;
  altConnection: string | null;
}): string[] =>
  [metadata.connection, metadata.altConnection].filter((id) => id != null);
