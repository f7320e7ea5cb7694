import type { MakeTree } from "@hubspot-xero/make-runner/tree/tree";
import { DeployError } from "../DeployError";
import { manifestOrigin } from "./manifestOrigin";
import type { StoredOrigin } from "./origin";
import { originFile, type OriginOptions } from "./originFile";

/** Where the tree goes: an origin of its own, else the one the command line and the mapping file give. */
export function findOrigin(
  { manifest }: MakeTree,
  file: string,
  { origin, ...options }: OriginOptions & { origin?: string },
): StoredOrigin {
  const own = manifest.origins ?? [];
  if (own.length === 0 && origin !== undefined)
    throw new DeployError(
      `${file} names no origins, so there is none called ${origin}. Leave out --origin; --zone and --app say where to deploy.`,
    );
  if (own.length === 0) return originFile(options);
  if (options.zone || options.app || options.create)
    throw new DeployError(
      `${file} names its own origins. Leave out --zone, --app and --create, or remove its origins.`,
    );
  return manifestOrigin(file, origin);
}
