import type { MakeTree } from "@hubspot-xero/make-runner/tree/tree";
import type { LocalSection } from "./component";
import { jsonSection } from "./sections";

export const GROUPS = "groups";

/** The sections of the app itself; groups name modules, so they come last. */
export function appSections(tree: MakeTree): LocalSection[] {
  const { readme } = tree.manifest.generalCodeFiles;
  return [
    ...(tree.base.path ? [jsonSection("base", tree.base)] : []),
    ...(readme && tree.readme !== undefined
      ? [
          {
            name: "readme",
            file: readme,
            text: tree.readme,
            contentType: "text/markdown",
            checksumName: "content",
          } as const,
        ]
      : []),
    ...(tree.groups.path ? [jsonSection(GROUPS, tree.groups)] : []),
  ];
}
