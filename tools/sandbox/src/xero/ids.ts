import { createHash } from "node:crypto";

export const ZERO_GUID = "00000000-0000-0000-0000-000000000000";

/** The same name always gives the same GUID, so that a snapshot or a test run repeats exactly. */
export function guidFrom(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

export function isGuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
