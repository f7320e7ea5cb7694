import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadTree } from "@hubspot-xero/make-runner/tree/loadTree";
import type { Manifest } from "@hubspot-xero/make-runner/tree/tree";
import { deploy } from "../src/deploy";
import { createMake } from "../src/makeClient";
import type { Origin } from "../src/origin/origin";
import { originFile, type OriginOptions } from "../src/origin/originFile";
import { write, writeSmallTree } from "./smallTree";
import { KEY, startStandIn } from "./standIn";
import { emptyApp } from "./standIn/state";

/** The small tree in a folder of its own, and a Make that has the empty app `shop`. */
export async function prepareSite() {
  const standIn = await startStandIn({ apps: [emptyApp("shop")] });
  const folder = writeSmallTree();
  const mappingFile = join(folder, "origin.json");
  return {
    standIn,
    folder,
    mappingFile,
    app: standIn.state.apps[0]!,
    /** Deploys as the command line does. */
    run: (
      options: Partial<OriginOptions> = { app: "shop" },
      dryRun = false,
    ) => {
      const zone = standIn.baseUrl.replace("/api", "");
      const stored = originFile({ mapping: mappingFile, zone, ...options });
      const make = createMake(KEY, stored.origin.baseUrl);
      return deploy(loadTree(folder), stored, make, { dryRun });
    },
    /** The requests since the last look that were not reads. */
    writes: () => standIn.taken().filter(({ method }) => method !== "GET"),
    mapping: () => JSON.parse(readFileSync(mappingFile, "utf8")) as Origin,
    write: (path: string, text: string) => write(folder, path, text),
    change: (bend: (manifest: Manifest) => void) => {
      const path = join(folder, "makecomapp.json");
      const manifest = JSON.parse(readFileSync(path, "utf8")) as Manifest;
      bend(manifest);
      write(folder, "makecomapp.json", JSON.stringify(manifest));
    },
  };
}

export type Site = Awaited<ReturnType<typeof prepareSite>>;
