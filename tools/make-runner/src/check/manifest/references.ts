import type { Breach, Rule } from "../finding";
import { objectOf } from "../read/json";
import { inManifest } from "./componentMaps";

/** What the manifest refers to exists. */
export const referenceRules: Rule[] = [
  {
    id: "manifest-references",
    what: "connection, altConnection, webhook and idMapping name components that exist",
    severity: "error",
    *find({ manifest }) {
      const { components, origins } = manifest;
      for (const kind of ["module", "webhook", "rpc"] as const)
        for (const [id, metadata] of Object.entries(components[kind] ?? {}))
          for (const key of ["connection", "altConnection", "webhook"]) {
            const named = objectOf(metadata)[key];
            const among = key === "webhook" ? "webhook" : "connection";
            if (typeof named === "string" && !components[among]?.[named])
              yield {
                path: inManifest("components", kind, id, key),
                message: `Point ${key} of ${id} at a ${among} that exists; there is no ${named}.`,
              };
          }
      for (const [index, { idMapping }] of origins.entries())
        for (const [kind, pairs] of Object.entries(idMapping ?? {}))
          for (const [place, { local, localDeleted }] of pairs.entries())
            if (
              local !== null &&
              !localDeleted &&
              !(local in objectOf(objectOf(components)[kind]))
            )
              yield {
                path: inManifest("origins", index, "idMapping", kind, place),
                message: `Remove the pair of ${local} or add that ${kind}: the mapping points at nothing.`,
              };
    },
  },
  {
    id: "manifest-webhook",
    what: "an instant trigger has a webhook, and no other module has one",
    severity: "error",
    *find({ modules }): Generator<Breach> {
      for (const [id, { metadata }] of modules) {
        const path = inManifest("components", "module", id, "webhook");
        if (metadata.moduleType === "instant_trigger" && !metadata.webhook)
          yield {
            path,
            message: `Name the webhook that starts the instant trigger ${id}.`,
          };
        if (metadata.moduleType !== "instant_trigger" && metadata.webhook)
          yield {
            path,
            message: `Remove webhook from ${id}: only instant triggers have one.`,
          };
      }
    },
  },
];
