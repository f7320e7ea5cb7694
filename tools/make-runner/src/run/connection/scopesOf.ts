import type { MakeTree } from "../../tree/tree";

/** The scopes a consent asks for: the connection's default ones and those of the modules. */
export function scopesOf(
  tree: MakeTree,
  connection: string,
  modules?: string[],
): string[] {
  const defaults = tree.connections.get(connection)?.code.defaultScope?.value;
  const ofModules = [...tree.modules.values()]
    .filter(({ id, metadata }) =>
      modules
        ? modules.includes(id)
        : metadata.connection === connection ||
          metadata.altConnection === connection,
    )
    .flatMap(({ code }) => listOf(code.scope?.value));
  return [...new Set([...listOf(defaults), ...ofModules])];
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? (value as string[]) : [];
}
