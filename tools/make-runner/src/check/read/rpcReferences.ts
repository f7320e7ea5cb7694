import type { MakeTree } from "../../tree/tree";
import { textsOf } from "./json";
import { sectionsOf } from "./sections";

/** A place where a form asks an RPC. */
export interface RpcReference {
  name: string;
  pointer: string;
}

/** The RPCs that a form asks: `rpc://name`, `rpc://name@2`, `rpc://name?key=value`. */
export function* rpcReferencesIn(value: unknown): Generator<RpcReference> {
  for (const { pointer, text } of textsOf(value)) {
    const name = /^rpc:\/\/([^?@{]+)/.exec(text)?.[1];
    if (name) yield { name, pointer };
  }
}

/** The RPCs that the forms of a component ask, and those which these ask in turn. */
export function rpcsOf(tree: MakeTree, forms: unknown[]): Set<string> {
  const found = new Set<string>();
  const visit = (form: unknown): void => {
    for (const { name } of rpcReferencesIn(form)) {
      if (found.has(name)) continue;
      found.add(name);
      visit(tree.rpcs.get(name)?.code.params?.value);
    }
  };
  forms.forEach(visit);
  return found;
}

/** The RPCs that any form or interface of the tree asks. */
export const askedRpcs = (tree: MakeTree): Set<string> =>
  rpcsOf(
    tree,
    [...sectionsOf(tree)].map(({ section }) => section.value),
  );
