import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { LocalSection } from "../local/component";
import type { Fingerprint, RemoteSection } from "./remote";

/** MD5 of a text, as Make's checksums have it. */
export const md5 = (text: string) =>
  createHash("md5").update(text).digest("hex");

const EMPTY = md5("");

/** A metadata value made comparable with Make's checksums; nothing and an empty text are the same. */
export function fingerprint(
  value: string | number | null | undefined,
): Fingerprint {
  return value === null || value === undefined || value === ""
    ? null
    : md5(String(value));
}

/** A fingerprint out of Make's checksum answer. */
export const asFingerprint = (sum: string | null): Fingerprint =>
  sum === EMPTY ? null : sum;

/** Whether Make already holds what the file says. */
export function sameSection(
  { text, value }: LocalSection,
  remote: RemoteSection | undefined,
): boolean {
  if (!remote) return false;
  if ("md5" in remote) return remote.md5.includes(md5(text));
  const { content } = remote;
  if (content === text) return true;
  if (value === undefined) return false;
  const parsed = parsedContent(content);
  return isDeepStrictEqual(parsed ?? emptyLike(value), value);
}

// Make answers a section as text or as parsed JSON; comments may be lost on the way.
function parsedContent(content: unknown): unknown {
  if (typeof content !== "string") return content;
  try {
    return JSON.parse(content);
  } catch {
    return content;
  }
}

// A section never written reads as null and stands for an empty one.
const emptyLike = (value: unknown) => (Array.isArray(value) ? [] : {});
