import type { Make } from "@makehq/sdk";
import { DeployError } from "../DeployError";
import {
  NAMED_BY_MAKE,
  titleOf,
  type LocalComponent,
  type Metadata,
} from "../local/component";
import { metadataBody, type RemoteNames } from "../local/metadataBody";
import { counterpart } from "../plan/pairUp";
import {
  asRemote,
  listComponents,
  type Listed,
} from "../remote/listComponents";
import {
  collectionPath,
  componentPath,
  type AppAddress,
} from "../remote/paths";
import { patchMetadata } from "./patchMetadata";

/**
 * Creates a component and gives its remote name. The SDK's bodies have no crud, webhook, altConnection and
 * subtype, so the calls are made by path.
 * @param claimed the remote names of this kind that belong to other components
 */
export async function createComponent(
  make: Make,
  app: AppAddress,
  local: LocalComponent,
  {
    remoteName,
    claimed,
  }: { remoteName: RemoteNames; claimed: ReadonlySet<string> },
): Promise<string> {
  const { kind, id, birth } = local;
  const unclaimed = async () =>
    (await listComponents(make, app, kind))
      .filter(({ name }) => !claimed.has(name))
      .map((listed) => asRemote(kind, listed, app));
  const before = NAMED_BY_MAKE.has(kind) ? await unclaimed() : [];
  const existing = counterpart(local, before);
  if (existing) return existing.name;

  const metadata = metadataBody(local.metadata, remoteName);
  const answer = await make.fetch<Record<string, Listed>>(
    collectionPath(app, kind),
    { method: "POST", body: { ...metadata, ...birth } },
  );
  const made: Partial<Listed> = Object.values(answer)[0] ?? {};
  // A created webhook is answered without its name: it is the one that was not there before.
  const name = NAMED_BY_MAKE.has(kind)
    ? (made.name ??
      (await unclaimed()).find(
        (listed) => !before.some((old) => old.name === listed.name),
      )?.name)
    : id;
  if (!name)
    throw new DeployError(
      `Make created the ${titleOf(local)} and does not say under which name. Run again: it is found by its label.`,
    );
  if (!confirmed(metadata, made))
    await patchMetadata(make, componentPath(app, kind, name), metadata);
  return name;
}

// Which fields each creation call honours is not documented: a field counts as set once the answer shows it.
const confirmed = (sent: Metadata, made: Partial<Listed>) =>
  Object.entries(sent).every(
    ([field, value]) =>
      value === undefined || value === null || made[field] === value,
  );
