import { DeployError } from "../DeployError";
import {
  titleOf,
  type LocalComponent,
  type Metadata,
} from "../local/component";
import { metadataBody, type RemoteNames } from "../local/metadataBody";
import { fingerprint, sameSection } from "../remote/fingerprint";
import type { RemoteComponent } from "../remote/remote";
import type { UploadStep } from "./step";

/** Uploads of the sections that Make does not hold as the tree has them: all, while Make has no component. */
export const changedSections = (
  component: LocalComponent,
  remote?: RemoteComponent,
): UploadStep[] =>
  component.sections
    .filter((section) => !sameSection(section, remote?.sections[section.name]))
    .map((section) => ({ do: "upload", component, section }));

/** The metadata fields in which the tree and Make differ. */
export function changedFields(
  { metadata }: LocalComponent,
  remote: RemoteComponent,
  remoteName: RemoteNames,
): string[] {
  const wanted = metadataBody(metadata, remoteName);
  return (Object.keys(wanted) as (keyof Metadata)[]).filter(
    (field) =>
      wanted[field] !== undefined &&
      fingerprint(wanted[field]) !== (remote.metadata[field] ?? null),
  );
}

/** @throws DeployError when a connection or webhook has another type on Make, which nothing can change */
export function checkType(
  local: LocalComponent,
  { name, type }: RemoteComponent,
): void {
  const wanted = local.birth.type;
  if (!wanted || !type || wanted === type) return;
  throw new DeployError(
    `The ${titleOf(local)} is of type ${wanted} in the tree, and ${name} on Make is of type ${type}, which Make ` +
      "cannot change. Give it another id in the tree, so that a new one is created.",
  );
}
