import type { MakeTree } from "@hubspot-xero/make-runner/tree/tree";
import { appSections, GROUPS } from "../local/appSections";
import { titleOf } from "../local/component";
import { localComponents } from "../local/localComponents";
import type { RemoteNames } from "../local/metadataBody";
import { pairOf } from "../origin/mapping";
import type { Origin } from "../origin/origin";
import { sameSection } from "../remote/fingerprint";
import type { RemoteApp } from "../remote/remote";
import { changedFields, changedSections, checkType } from "./changes";
import { checkReferences } from "./checkReferences";
import { notesOn } from "./notes";
import { pairUp } from "./pairUp";
import type { Plan, Step, UploadStep } from "./step";

/**
 * Compares the tree with what Make has and says what a deployment does, in its order: the app, the missing
 * components (those first that others refer to), changed code, changed metadata, and the groups last because
 * they name modules.
 * @throws DeployError where the tree contradicts itself or Make
 */
export function planDeployment(
  tree: MakeTree,
  { create, idMapping }: Origin,
  remote: RemoteApp,
): Plan {
  const locals = localComponents(tree);
  checkReferences(locals, idMapping);
  const { pairs, missing, ignored, remoteOnly } = pairUp(
    locals,
    remote.components,
    idMapping,
  );
  const mapped = ({ kind, id }: (typeof locals)[number]) =>
    pairOf(idMapping, kind, id);
  const ours = new Map(
    [...pairs].filter(
      ([local, { otherVersion }]) =>
        !otherVersion && !mapped(local)?.nonOwnedByApp,
    ),
  );
  for (const [local, component] of ours) checkType(local, component);

  const remoteName: RemoteNames = (kind, id) => {
    const local = locals.find((one) => one.kind === kind && one.id === id);
    if (!local) return pairOf(idMapping, kind, id)?.remote;
    // No name of Make's has a space in it, so this differs from whatever is there now.
    if (missing.includes(local)) return "yet to be created";
    return pairs.get(local)?.name;
  };
  const ofApp = appSections(tree)
    .filter((section) => !sameSection(section, remote.sections[section.name]))
    .map((section): UploadStep => ({ do: "upload", section }));
  const isGroups = ({ section }: UploadStep) => section.name === GROUPS;

  return {
    steps: [
      ...(create ? [{ do: "createApp" as const, label: create }] : []),
      ...[...pairs].flatMap(([component, { name }]): Step[] =>
        mapped(component)?.remote === name
          ? []
          : [{ do: "link", component, remote: name }],
      ),
      ...missing.map((component): Step => ({ do: "create", component })),
      ...ofApp.filter((upload) => !isGroups(upload)),
      ...locals
        .filter((local) => ours.has(local) || missing.includes(local))
        .flatMap((local) => changedSections(local, ours.get(local))),
      ...[...ours].flatMap(([component, on]): Step[] => {
        const changed = changedFields(component, on, remoteName);
        return changed.length > 0 ? [{ do: "patch", component, changed }] : [];
      }),
      ...ofApp.filter(isGroups),
    ],
    leftAlone: [
      ...remoteOnly.map(
        ({ kind, name, label }) =>
          `${kind} ${name}${label ? ` ("${label}")` : ""}: on Make, not in the tree`,
      ),
      ...[...pairs.keys()]
        .filter((local) => !ours.has(local))
        .map(
          (local) => `${titleOf(local)}: another version of the app owns it`,
        ),
      ...ignored.map((local) => `${titleOf(local)}: the origin ignores it`),
    ],
    notes: notesOn(tree),
  };
}
