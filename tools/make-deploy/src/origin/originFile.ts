import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { DeployError } from "../DeployError";
import type { Origin, StoredOrigin } from "./origin";

/** What the command line says of an origin that the tree does not name. */
export interface OriginOptions {
  mapping: string;
  zone?: string;
  app?: string;
  appVersion?: number;
  create?: string;
}

/** An origin kept in a file beside the tree, for trees that are built anew each time. */
export function originFile(options: OriginOptions): StoredOrigin {
  const { mapping: file } = options;
  const known = existsSync(file) ? readOrigin(file) : undefined;
  return {
    origin: known ? agreeing(known, options) : fresh(options),
    file,
    save: (origin) => {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(
        file,
        JSON.stringify({ ...origin, create: undefined }, null, 2) + "\n",
      );
    },
  };
}

function fresh({ zone, app, appVersion = 1, create, mapping }: OriginOptions) {
  if (!zone)
    throw new DeployError(
      "The tree names no origin. Say where to deploy it: --zone eu1.make.com (the host in your browser when you are in Make).",
    );
  if (!app && !create)
    throw new DeployError(
      `There is no ${mapping} yet, so it is not known which app this is. Name an app you have on Make with --app <appId>, ` +
        'or have one created with --create "<label>".',
    );
  const baseUrl = baseUrlOf(zone);
  return app
    ? { baseUrl, appId: app, appVersion }
    : { baseUrl, appVersion, create };
}

// A repeated command line may still say --create: the app of the first run is taken.
function agreeing(
  known: Origin & { appId: string },
  { zone, app, appVersion, mapping }: OriginOptions,
): Origin {
  const differs =
    (zone && baseUrlOf(zone) !== known.baseUrl) ||
    (app && app !== known.appId) ||
    (appVersion && appVersion !== known.appVersion);
  if (differs)
    throw new DeployError(
      `${mapping} is for ${known.appId}, version ${known.appVersion}, on ${new URL(known.baseUrl).host}. ` +
        "Leave out --zone, --app and --app-version, or give another file with --mapping.",
    );
  return known;
}

function readOrigin(file: string): Origin & { appId: string } {
  const text = readFileSync(file, "utf8");
  try {
    const { appId, baseUrl, ...origin } = JSON.parse(text) as Partial<Origin>;
    if (appId && baseUrl && URL.canParse(baseUrl))
      return { appVersion: 1, ...origin, appId, baseUrl };
  } catch {
    // Told below, together with what is missing.
  }
  throw new DeployError(
    `${file} is no origin: it wants JSON with baseUrl, appId, appVersion and idMapping. Restore it from version control; ` +
      "without it connections and webhooks are known by their labels only.",
  );
}

const baseUrlOf = (zone: string) =>
  `${zone.includes("://") ? zone : `https://${zone}`}/api`;
