import type { Make } from "@makehq/sdk";
import type { Metadata } from "../local/component";

/** Sets all metadata of a component, changed or not, as Make's own extension does. */
export async function patchMetadata(
  make: Make,
  path: string,
  metadata: Metadata,
): Promise<void> {
  await make.fetch(path, { method: "PATCH", body: { ...metadata } });
}
