import {
  REFERENCES,
  type Kind,
  type Metadata,
  type ReferenceField,
} from "./component";

/** The remote name of a local component; null when the origin ignores it, undefined while it has none. */
export type RemoteNames = (kind: Kind, id: string) => string | null | undefined;

/** Metadata as Make takes it: references by remote name, and none to components the origin ignores. */
export function metadataBody(
  metadata: Metadata,
  remoteName: RemoteNames,
): Metadata {
  const references = Object.entries(REFERENCES)
    .filter(([field]) => field in metadata)
    .map(([field, kind]) => {
      const id = metadata[field as ReferenceField];
      if (!id) return [field, null];
      // Ignored ones stay as they are on Make: undefined leaves the key out of the body.
      return [field, remoteName(kind, id) ?? undefined];
    });
  return { ...metadata, ...Object.fromEntries(references) };
}
