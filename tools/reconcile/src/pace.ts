import {
  ConnectorError,
  type Vendor,
} from "@hubspot-xero/shared/error/connectorError";
import { readSdkError } from "./sdkError";

/** Injected, so that a test passes a day in a moment. */
export interface Time {
  /** Milliseconds since 1970. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

/**
 * Xero allows 60 calls a minute for an app and organisation, HubSpot's smallest plan 100 in ten seconds. Zaps that run
 * meanwhile get the rest.
 */
const LIMITS: Record<Vendor, { calls: number; milliseconds: number }> = {
  xero: { calls: 50, milliseconds: 60_000 },
  hubspot: { calls: 90, milliseconds: 10_000 },
};

const MOST_PAUSES = 10;
/** Seconds before each further try after a vendor failed. */
const PAUSES = [2, 10, 30];

export interface Pace {
  /** How many calls each vendor got. */
  calls: Record<Vendor, number>;
  /**
   * One call, as soon as the limits leave room; one that a limit refused is made again after the pause that the vendor
   * asks for. Calls follow one another, so Xero's five at once are never met.
   * @throws ConnectorError
   */
  call<T>(vendor: Vendor, record: string, send: () => Promise<T>): Promise<T>;
  /** Does again what a vendor's failure broke off. For work that may be repeated: reads, and writes that look first. */
  again<T>(work: () => Promise<T>): Promise<T>;
}

export function createPace(time: Time): Pace {
  const calls: Record<Vendor, number> = { hubspot: 0, xero: 0 };
  const recent: Record<Vendor, number[]> = { hubspot: [], xero: [] };

  async function turn(vendor: Vendor): Promise<void> {
    const { calls: most, milliseconds } = LIMITS[vendor];
    const [oldest = 0] = recent[vendor].slice(-most);
    if (recent[vendor].length >= most) {
      const wait = oldest + milliseconds - time.now();
      if (wait > 0) await time.sleep(wait);
    }
    recent[vendor] = [...recent[vendor].slice(1 - most), time.now()];
    calls[vendor] += 1;
  }

  async function call<T>(
    vendor: Vendor,
    record: string,
    send: () => Promise<T>,
  ): Promise<T> {
    for (let pause = 0; ; pause += 1) {
      await turn(vendor);
      try {
        return await send();
      } catch (cause) {
        const error = readSdkError(vendor, cause, record);
        if (!isPassing(error) || pause === MOST_PAUSES) throw error;
        await time.sleep(1000 * (error.retryAfterSeconds ?? 10));
      }
    }
  }

  async function again<T>(work: () => Promise<T>): Promise<T> {
    for (const pause of PAUSES) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof ConnectorError) || error.kind !== "server")
          throw error;
        await time.sleep(1000 * (error.retryAfterSeconds ?? pause));
      }
    }
    return work();
  }

  return { calls, call, again };
}

/** Refused before it was carried out, for a moment only. */
function isPassing({ kind, dayLimit, retryAfterSeconds = 0 }: ConnectorError) {
  return (
    (kind === "rateLimit" && !dayLimit && retryAfterSeconds <= 300) ||
    (kind === "busy" && retryAfterSeconds <= 10)
  );
}
