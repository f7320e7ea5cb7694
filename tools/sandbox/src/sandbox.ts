import { readFileSync, renameSync, writeFileSync, existsSync } from "node:fs";
import { createSystemClock, type Clock } from "./clock";
import { createFaults, type Faults } from "./faults";
import { createHubspot, type Hubspot } from "./hubspot/hubspot";
import type { HubspotLimits, HubspotSeed, HubspotState } from "./hubspot/types";
import { createMeter, type Meter } from "./meter";
import { agency } from "./seed/agency";
import { createVendorFetch, listen, type VendorFetch } from "./vendorServer";
import {
  createXero,
  type Xero,
  type XeroLimits,
  type XeroSeed,
  type XeroState,
} from "./xero/xero";

export interface SandboxSeed {
  hubspot: HubspotSeed;
  xero: XeroSeed;
}

export interface SandboxOptions {
  clock?: Clock;
  /** The seeded agency unless told. */
  seed?: SandboxSeed;
  /** Where the books are kept between runs; in memory only when left out. */
  stateFile?: string;
  /** Goes on from here, where no file does, instead of from the seed. It is not changed. */
  state?: SandboxState;
  /** 0, the default, takes free ports. */
  hubspotPort?: number;
  xeroPort?: number;
  hubspotLimits?: Partial<HubspotLimits>;
  xeroLimits?: Partial<XeroLimits>;
}

export interface Sandbox {
  hubspot: Hubspot & { url: string; fetch: VendorFetch; token: string };
  xero: Xero & { url: string; fetch: VendorFetch };
  clock: Clock;
  faults: Faults;
  meter: Meter;
  /** What the apps read to find the sandbox. */
  environment: Record<string, string>;
  close(): Promise<void>;
}

/** Everything that both vendors hold, as plain JSON. */
export interface SandboxState {
  hubspot: HubspotState;
  xero: XeroState;
}

/** Starts a local HubSpot and a local Xero on loopback, each on a port of its own. */
export async function startSandbox(
  options: SandboxOptions = {},
): Promise<Sandbox> {
  const clock = options.clock ?? createSystemClock();
  const seed = options.seed ?? agency();
  const [faults, meter] = [createFaults(), createMeter()];
  const { stateFile } = options;
  const saved =
    (stateFile ? load(stateFile) : undefined) ?? structuredClone(options.state);
  const onChange = stateFile
    ? () => save(stateFile, { hubspot: hubspot.state, xero: xero.state })
    : undefined;
  const hubspot = createHubspot({
    clock,
    seed: seed.hubspot,
    state: saved?.hubspot,
    limits: options.hubspotLimits,
    onChange,
  });
  const xero = createXero({
    clock,
    seed: seed.xero,
    state: saved?.xero,
    limits: options.xeroLimits,
    onChange,
  });
  const vendors = { faults, meter };
  const hubspotFetch = createVendorFetch("hubspot", hubspot.app, vendors);
  const xeroFetch = createVendorFetch("xero", xero.app, vendors);
  const hubspotServer = await listen(hubspotFetch, options.hubspotPort ?? 0);
  const xeroServer = await listen(xeroFetch, options.xeroPort ?? 0);
  return {
    hubspot: {
      ...hubspot,
      url: hubspotServer.url,
      fetch: hubspotFetch,
      token: seed.hubspot.tokens[0]?.token ?? "",
    },
    xero: { ...xero, url: xeroServer.url, fetch: xeroFetch },
    clock,
    faults,
    meter,
    environment: {
      SANDBOX_HUBSPOT_URL: hubspotServer.url,
      SANDBOX_XERO_URL: xeroServer.url,
      CLIENT_ID: seed.xero.clientId,
      CLIENT_SECRET: seed.xero.clientSecret,
    },
    close: async () => {
      await Promise.all([hubspotServer.close(), xeroServer.close()]);
    },
  };
}

function load(file: string): SandboxState | undefined {
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, "utf8")) as SandboxState)
    : undefined;
}

/** Whole or not at all: a process that is killed while writing leaves the last snapshot. */
function save(file: string, snapshot: SandboxState): void {
  writeFileSync(`${file}.new`, JSON.stringify(snapshot));
  renameSync(`${file}.new`, file);
}
