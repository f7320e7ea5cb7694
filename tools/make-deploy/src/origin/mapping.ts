import type { IdPair } from "@hubspot-xero/make-runner/tree/tree";
import type { Kind } from "../local/component";

/** Which local component is which remote one. */
export type IdMapping = Record<string, IdPair[]>;

/** Makes Make's extension back-fills: it wants a list for every kind, endpoints too. */
const NONE: IdMapping = {
  connection: [],
  webhook: [],
  module: [],
  rpc: [],
  function: [],
  endpoint: [],
};

/** The pair of a local component, if it has one. */
export const pairOf = (
  mapping: IdMapping | undefined,
  kind: Kind,
  id: string,
): IdPair | undefined =>
  mapping?.[kind]?.find(({ local }) => local === id) ?? undefined;

/** The mapping with one pair added, in place of what the local id stood for before. */
export function withPair(
  mapping: IdMapping | undefined,
  kind: Kind,
  { local, remote }: { local: string; remote: string },
): IdMapping {
  const others = (mapping?.[kind] ?? []).filter(
    (pair) => pair.local !== local && pair.remote !== remote,
  );
  return { ...NONE, ...mapping, [kind]: [...others, { local, remote }] };
}
