import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readAccepted, sortFindings, type Sorted } from "./accepted";
import { readDefinition } from "./app/definition";
import { checkApp } from "./check";
import type { Baseline } from "./compatibility/baseline";
import { readListing } from "./listing/listing";
import { runLive } from "./live/runLive";

/** Where an app keeps its listing, its baseline and what was decided on. */
export const reviewFolder = (app: string): string => join(app, "review");

export const baselineFile = (app: string): string =>
  join(reviewFolder(app), "baseline.json");

/** Runs a built app and holds it against every rule. */
export async function review(app: string): Promise<Sorted> {
  const definition = await readDefinition(app);
  const folder = reviewFolder(app);
  const findings = checkApp({
    definition,
    listing: readListing(folder),
    baseline: readBaseline(app),
    live: await runLive(definition),
  });
  return sortFindings(findings, readAccepted(folder));
}

const readBaseline = (app: string): Baseline | undefined =>
  existsSync(baselineFile(app))
    ? (JSON.parse(readFileSync(baselineFile(app), "utf8")) as Baseline)
    : undefined;
