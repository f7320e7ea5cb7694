import type { SandboxSeed } from "../sandbox";
import { companies, contacts } from "./customers";
import { dealObjects } from "./deals";
import { account, owners, pipelines, serviceKeys, taxRates } from "./portal";
import { books } from "./books";

/** A small design agency in London, in both systems, as they stand before the connector's first run. */
export function agency(): SandboxSeed {
  return structuredClone({
    hubspot: {
      account,
      tokens: serviceKeys,
      pipelines,
      taxRates,
      owners,
      objects: [...companies, ...contacts, ...dealObjects],
    },
    xero: {
      clientId: "sandbox-client",
      clientSecret: "sandbox-secret",
      organisations: [books],
    },
  });
}
