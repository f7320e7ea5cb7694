import { ConnectorError } from "../error/connectorError";
import type { Instant } from "../date/calendarDate";
import type { HubspotCall } from "./call";
import { writeNote } from "./note";
import {
  HUBSPOT_API_VERSION as VERSION,
  type HubspotObject,
  type HubspotObjectType,
} from "./wire";

const BATCH = 100;

/** Reading, searching and changing CRM records. */
export function recordCalls(call: HubspotCall) {
  return {
    /** Fails when the key may not read this type of record. */
    async canRead(type: HubspotObjectType): Promise<void> {
      const path = `/crm/objects/${VERSION}/${type}`;
      await call({ method: "GET", path, query: { limit: 1 } }, type);
    },

    /** One record, with the ids of associated records. */
    async get(
      type: HubspotObjectType,
      id: string,
      query: {
        properties: readonly string[];
        associations?: readonly string[];
        idProperty?: string;
        /** Reads from the recycle bin. */
        archived?: true;
      },
      record: string,
    ): Promise<HubspotObject> {
      const path = `/crm/objects/${VERSION}/${type}/${encodeURIComponent(id)}`;
      return (
        await call<HubspotObject>(
          {
            method: "GET",
            path,
            query: {
              properties: query.properties.join(","),
              associations: query.associations?.join(","),
              idProperty: query.idProperty,
              archived: query.archived,
            },
          },
          record,
        )
      ).body;
    },

    /**
     * Many records by id, in calls of at most 100 (50 with history), in the order of the ids.
     * @throws ConnectorError `notFound` when one is gone, unless told to skip it: a missing line must never be
     *   billed as nothing
     */
    async read(
      type: HubspotObjectType,
      ids: readonly string[],
      properties: readonly string[],
      {
        history,
        missing = "fail",
      }: { history?: readonly string[]; missing?: "fail" | "skip" } = {},
    ): Promise<HubspotObject[]> {
      const unique = [...new Set(ids)];
      const found = new Map<string, HubspotObject>();
      const batch = history ? BATCH / 2 : BATCH;
      for (let start = 0; start < unique.length; start += batch) {
        const { body } = await call<BatchAnswer<HubspotObject>>(
          {
            method: "POST",
            path: `/crm/objects/${VERSION}/${type}/batch/read`,
            body: {
              inputs: unique.slice(start, start + batch).map((id) => ({ id })),
              properties,
              propertiesWithHistory: history,
            },
          },
          type.replace("_", " "),
          [200, 207],
        );
        for (const result of readBatch(body, type))
          found.set(result.id, result);
      }
      return unique.flatMap((id) => {
        const object = found.get(id);
        if (object) return [object];
        if (missing === "skip") return [];
        throw notReturned(type, id);
      });
    },

    async search(
      type: HubspotObjectType,
      body: {
        filterGroups: {
          filters: {
            propertyName: string;
            operator: string;
            value?: string;
          }[];
        }[];
        sorts?: {
          propertyName: string;
          direction: "ASCENDING" | "DESCENDING";
        }[];
        properties: readonly string[];
        limit: number;
        after?: string;
      },
    ): Promise<{
      total: number;
      results: HubspotObject[];
      paging?: { next?: { after: string } };
    }> {
      const path = `/crm/objects/${VERSION}/${type}/search`;
      return (
        await call<{ total: number; results: HubspotObject[] }>(
          { method: "POST", path, body },
          type,
        )
      ).body;
    },

    /**
     * Ids of the records of `to` that belong to each record of `from`, all pages; 207 marks those that have none.
     * @throws ConnectorError `server` for an answer that is not whole: a missing payer or line must never be billed as
     *   though there were none
     */
    async associated(
      from: HubspotObjectType,
      to: HubspotObjectType,
      ids: readonly string[],
    ): Promise<Map<string, Associated[]>> {
      const all = new Map<string, Associated[]>();
      let inputs: { id: string; after?: string }[] = ids.map((id) => ({ id }));
      while (inputs.length > 0) {
        const { body } = await call<BatchAnswer<AssociationResult>>(
          {
            method: "POST",
            path: `/crm/associations/${VERSION}/${from}/${to}/batch/read`,
            body: { inputs },
          },
          `${to} of ${from}`,
          [200, 207],
        );
        const results = readBatch(body, `${to} of ${from}`);
        for (const result of results) {
          const id = String(result.from.id);
          all.set(id, [...(all.get(id) ?? []), ...associatedOf(result)]);
        }
        inputs = results.flatMap((result) => {
          const after = result.paging?.next?.after;
          return after ? [{ id: String(result.from.id), after }] : [];
        });
      }
      return all;
    },

    /** Puts a note on a deal's timeline. Repeated, it makes another one. */
    async createDealNote(
      dealId: string,
      html: string,
      at: Instant,
    ): Promise<void> {
      const body = writeNote(dealId, html, at);
      const path = `/crm/objects/${VERSION}/notes`;
      await call({ method: "POST", path, body }, `the note on deal ${dealId}`);
    },

    /** Creates a record; repeated, it makes another one unless a unique property stands in the way. */
    async create(
      type: HubspotObjectType,
      properties: Record<string, string>,
      record: string,
    ): Promise<HubspotObject> {
      const path = `/crm/objects/${VERSION}/${type}`;
      const request = { method: "POST", path, body: { properties } } as const;
      return (await call<HubspotObject>(request, record)).body;
    },

    /**
     * Changes the given properties; the record is found by its id, or by a unique property where one is named.
     * @returns the record's id
     */
    async update(
      type: HubspotObjectType,
      id: string,
      properties: Record<string, string>,
      record: string,
      idProperty?: string,
    ): Promise<string> {
      const path = `/crm/objects/${VERSION}/${type}/${encodeURIComponent(id)}`;
      const { body } = await call<HubspotObject>(
        { method: "PATCH", path, query: { idProperty }, body: { properties } },
        record,
      );
      return body.id;
    },
  };
}

/** The refusal to go on without a record that is linked to what is being read. */
export function notReturned(
  type: HubspotObjectType,
  id: string,
): ConnectorError {
  return new ConnectorError(
    "notFound",
    `HubSpot did not return ${type.replace("_", " ")} record ${id}; it may have been deleted a moment ago. Run this step again.`,
    { vendor: "hubspot" },
  );
}

export interface BatchAnswer<T> {
  results?: T[];
  /** Of a 207: those inputs that nothing was found for. */
  errors?: { category?: string }[];
}

/**
 * What a batch found; undefined where the answer is not whole. An error of any other kind than "not found" tells
 * nothing of its input.
 */
export function wholeBatch<T>({
  results,
  errors,
}: BatchAnswer<T>): T[] | undefined {
  const isNothing = (errors ?? []).length > 0;
  const found = results ?? (isNothing ? [] : undefined);
  const isWhole = (errors ?? []).every(
    ({ category }) => category === "OBJECT_NOT_FOUND",
  );
  return Array.isArray(found) && isWhole ? found : undefined;
}

function readBatch<T>(answer: BatchAnswer<T>, record: string): T[] {
  const found = wholeBatch(answer);
  if (found) return found;
  throw new ConnectorError(
    "server",
    `HubSpot's answer about ${record} is not whole. Run this step again: nothing is made twice.`,
    { vendor: "hubspot" },
  );
}

/** An associated record, with the type ids of all its links. */
export interface Associated {
  id: string;
  typeIds: number[];
}

export interface AssociationResult {
  from: { id: string };
  to: {
    toObjectId: string | number;
    associationTypes: { typeId: number }[];
  }[];
  paging?: { next?: { after: string } };
}

export function associatedOf({ to }: AssociationResult): Associated[] {
  return to.map(({ toObjectId, associationTypes }) => ({
    id: String(toObjectId),
    typeIds: associationTypes.map(({ typeId }) => typeId),
  }));
}
