import type { Rule } from "../finding";
import { inManifest } from "../manifest/componentMaps";
import { place } from "../read/json";
import { askedRpcs, rpcReferencesIn } from "../read/rpcReferences";
import { sectionsOf } from "../read/sections";

/** Forms ask RPCs that exist, and every RPC is asked. */
export const rpcRules: Rule[] = [
  {
    id: "rpc-exists",
    what: "every rpc:// names an RPC of the app",
    severity: "error",
    *find(tree) {
      for (const { section } of sectionsOf(tree))
        for (const { name, pointer } of rpcReferencesIn(section.value))
          if (!tree.rpcs.has(name))
            yield {
              path: place(section.path, pointer),
              message: `Add the RPC ${name} or correct the name: there is none.`,
            };
    },
  },
  {
    id: "rpc-unused",
    what: "every RPC is asked by a form",
    severity: "warning",
    *find(tree) {
      const asked = askedRpcs(tree);
      for (const id of tree.rpcs.keys())
        if (!asked.has(id))
          yield {
            path: inManifest("components", "rpc", id),
            message: `Use rpc://${id} in a form, or remove the RPC.`,
          };
    },
  },
];
