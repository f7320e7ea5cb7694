import { readHubspotError } from "@hubspot-xero/shared/hubspot/readError";

/** HubSpot's refusal as a sentence: which record, why, and what to do. */
export function hubspotProblem(
  status: number,
  headers: Record<string, string | undefined>,
  body: unknown,
  record: string,
): string {
  return readHubspotError({ status, headers, body }, record).message;
}
