import { readFileSync, writeFileSync } from "node:fs";
import type { Manifest } from "@hubspot-xero/make-runner/tree/tree";
import { DeployError } from "../DeployError";
import type { Origin, StoredOrigin } from "./origin";

/**
 * An origin of makecomapp.json itself; the id mapping is written back into it.
 * @param file the makecomapp.json
 * @param label which one, where there are several
 */
export function manifestOrigin(
  file: string,
  label: string | undefined,
): StoredOrigin {
  const { origins } = readManifest(file);
  const labels = origins.map((origin) => origin.label ?? origin.appId);
  const index = label === undefined ? 0 : labels.indexOf(label);
  const origin = origins[index];
  if (!origin || (label === undefined && origins.length > 1))
    throw new DeployError(
      `${file} has the origins ${labels.join(", ")}. Say which one with --origin <label>.`,
    );
  return {
    origin,
    file,
    save: ({ appId = origin.appId, appVersion, idMapping }: Origin) => {
      const indent = /^([ \t]+)\S/m.exec(readFileSync(file, "utf8"))?.[1];
      const now = readManifest(file);
      now.origins[index] = { ...origin, appId, appVersion, idMapping };
      writeFileSync(file, JSON.stringify(now, null, indent ?? 2) + "\n");
    },
  };
}

function readManifest(file: string): Manifest {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Manifest;
  } catch (cause) {
    throw new DeployError(
      `${file} is no plain JSON, and the id mapping is to be written into it. Take the comments out.`,
      { cause },
    );
  }
}
