import { ConnectorError } from "../error/connectorError";
import type { HubspotCall } from "./call";
import { readHubspotError } from "./readError";
import {
  HUBSPOT_API_VERSION as VERSION,
  type HubspotObject,
  type HubspotObjectType,
} from "./wire";

const BATCH = 100;

export interface RecordChange {
  id: string;
  properties: Record<string, string>;
  /** As messages name it. */
  record: string;
}

interface BatchAnswer {
  results?: HubspotObject[];
  errors?: {
    category?: string;
    context?: { objectWriteTraceId?: string[]; ids?: string[] };
  }[];
}

/** Changing many CRM records at once. */
export function batchCalls(call: HubspotCall) {
  return {
    /**
     * Changes many records, a hundred in each call. One that is refused holds up no other: HubSpot wants a trace id
     * of each for that.
     * @returns why records were not changed, by id; those that are not in it were
     */
    async updateMany(
      type: HubspotObjectType,
      changes: readonly RecordChange[],
    ): Promise<Map<string, ConnectorError>> {
      const refused = new Map<string, ConnectorError>();
      for (let start = 0; start < changes.length; start += BATCH) {
        const batch = changes.slice(start, start + BATCH);
        const { body } = await call<BatchAnswer>(
          {
            method: "POST",
            path: `/crm/objects/${VERSION}/${type}/batch/update`,
            body: {
              inputs: batch.map(({ id, properties }) => ({
                id,
                properties,
                objectWriteTraceId: id,
              })),
            },
          },
          type.replace("_", " "),
          [200, 207],
        );
        const changed = new Set(body.results?.map(({ id }) => id));
        for (const change of batch)
          if (!changed.has(change.id))
            refused.set(change.id, refusalOf(change, body));
      }
      return refused;
    },
  };
}

function refusalOf({ id, record }: RecordChange, { errors = [] }: BatchAnswer) {
  const error = errors.find(
    ({ context }) =>
      context?.objectWriteTraceId?.includes(id) || context?.ids?.includes(id),
  );
  if (!error)
    return new ConnectorError(
      "server",
      `HubSpot did not say whether ${record} was changed. Run this step again: nothing is made twice.`,
      { vendor: "hubspot" },
    );
  const status = error.category === "OBJECT_NOT_FOUND" ? 404 : 400;
  return readHubspotError({ status, headers: {}, body: error }, record);
}
