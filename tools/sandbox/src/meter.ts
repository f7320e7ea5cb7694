export type Vendor = "hubspot" | "xero";

/** One request as the vendor saw it. Bytes are those of the bodies, uncompressed; tokens and bodies are not kept. */
export interface MeteredCall {
  vendor: Vendor;
  method: string;
  path: string;
  search: string;
  status: number;
  requestBytes: number;
  responseBytes: number;
}

export interface Meter {
  record(call: MeteredCall): void;
  /** Every call so far, oldest first. */
  calls(): readonly MeteredCall[];
  /** The calls that `job` made, with its result. */
  during<T>(
    job: () => Promise<T>,
  ): Promise<{ result: T; calls: MeteredCall[] }>;
}

export function createMeter(): Meter {
  const calls: MeteredCall[] = [];
  return {
    record: (call) => void calls.push(call),
    calls: () => calls,
    during: async (job) => {
      const before = calls.length;
      const result = await job();
      return { result, calls: calls.slice(before) };
    },
  };
}
