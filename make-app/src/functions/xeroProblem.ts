import { readXeroError } from "@hubspot-xero/shared/xero/readError";

/** Xero's refusal as a sentence: which record, why, and what to do. */
export function xeroProblem(
  status: number,
  headers: Record<string, string | undefined>,
  body: unknown,
  record: string,
): string {
  return readXeroError({ status, headers, body }, record).message;
}
