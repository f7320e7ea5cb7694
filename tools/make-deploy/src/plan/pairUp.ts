import { DeployError } from "../DeployError";
import {
  NAMED_BY_MAKE,
  titleOf,
  type Kind,
  type LocalComponent,
} from "../local/component";
import { pairOf, type IdMapping } from "../origin/mapping";

/** What of a remote component decides whose it is. */
export interface Candidate {
  kind: Kind;
  name: string;
  label?: string;
  type?: string;
  otherVersion: boolean;
}

/** Which local component is which remote one, and what has no counterpart. */
export interface Pairing<Remote extends Candidate> {
  pairs: Map<LocalComponent, Remote>;
  missing: LocalComponent[];
  /** Mapped to null: the origin says that they are not deployed. */
  ignored: LocalComponent[];
  remoteOnly: Remote[];
}

/**
 * Pairs local with remote components: by the id mapping, else by name. Connections and webhooks have a name
 * that Make made up; one that no mapping names is known by its label and type, which is how the leavings of
 * a broken run are found again.
 */
export function pairUp<Remote extends Candidate>(
  locals: LocalComponent[],
  remotes: Remote[],
  mapping: IdMapping | undefined,
): Pairing<Remote> {
  const pairs = new Map<LocalComponent, Remote>();
  const pairOfLocal = ({ kind, id }: LocalComponent) =>
    pairOf(mapping, kind, id);
  const ignored = locals.filter((local) => pairOfLocal(local)?.remote === null);
  const deployed = locals.filter((local) => !ignored.includes(local));
  const unclaimed = new Set(remotes);
  const claim = (local: LocalComponent, remote: Remote | undefined) => {
    if (!remote) return;
    pairs.set(local, remote);
    unclaimed.delete(remote);
  };
  for (const local of deployed) {
    const name = pairOfLocal(local)?.remote;
    claim(
      local,
      [...unclaimed].find(
        (remote) => remote.kind === local.kind && remote.name === name,
      ),
    );
  }
  for (const local of deployed.filter((local) => !pairs.has(local)))
    claim(local, counterpart(local, [...unclaimed]));
  return {
    pairs,
    missing: deployed.filter((local) => !pairs.has(local)),
    ignored,
    remoteOnly: [...unclaimed],
  };
}

/**
 * The one remote component that is the local one, among those nobody has claimed.
 * @throws DeployError when several could be
 */
export function counterpart<Remote extends Candidate>(
  local: LocalComponent,
  unclaimed: Remote[],
): Remote | undefined {
  const { kind, id, metadata, birth } = local;
  const candidates = unclaimed.filter(
    (remote) =>
      remote.kind === kind &&
      !remote.otherVersion &&
      (NAMED_BY_MAKE.has(kind)
        ? remote.label === metadata.label && remote.type === birth.type
        : remote.name === id),
  );
  if (candidates.length > 1)
    throw new DeployError(
      `On Make, ${candidates.map(({ name }) => name).join(" and ")} could each be the ${titleOf(local)} ("${metadata.label}"). ` +
        `Add {"local": "${id}", "remote": "<the right one>"} to idMapping.${kind} of the origin and run again.`,
    );
  return candidates[0];
}
