import type { MakeTree } from "@hubspot-xero/make-runner/tree/tree";

/** What the tree needs that no deployment brings: things to ask Make for, secrets to enter by hand. */
export function notesOn(tree: MakeTree): string[] {
  const { functions, manifest } = tree;
  return [
    ...(functions.size > 0
      ? [
          "Custom IML functions are off by default. Ask Make's helpdesk to enable them for this app; until then Make " +
            `refuses ${[...functions.keys()].join(", ")}.`,
        ]
      : []),
    ...[...tree.connections.values()]
      .filter(
        ({ code }) =>
          !code.common && /\bcommon\./.test(code.communication?.text ?? ""),
      )
      .map(
        ({ id }) =>
          `The connection ${id} reads common data (client id and secret). They are secrets and not in the tree: enter ` +
          "them once in Make's app editor, Connections, Common data.",
      ),
    ...(manifest.generalCodeFiles.common
      ? [
          `${manifest.generalCodeFiles.common} is not carried: enter the app's common data in Make's app editor.`,
        ]
      : []),
    ...(Object.keys(manifest.components.endpoint ?? {}).length > 0
      ? ["Endpoints are a closed beta of Make's and are not carried."]
      : []),
  ];
}
