import type { Instant } from "../date/calendarDate";
import { ConnectorError } from "../error/connectorError";
import { sendOrFail, type HttpRequest, type Send } from "../transport/send";
import { readXeroError } from "./readError";

const API = "/api.xro/2.0";

export interface ChangesPage {
  since: Instant;
  page: number;
  pageSize: number;
}

export type XeroCalls = ReturnType<typeof createXeroCalls>;

/** The few forms that every request to one organisation takes; errors are ConnectorErrors. */
export function createXeroCalls(send: Send, tenantId: string) {
  async function call<T>(
    request: Omit<HttpRequest, "vendor">,
    record: string,
    accept: readonly number[] = [200],
  ): Promise<T> {
    const response = await sendOrFail(
      send,
      {
        vendor: "xero",
        ...request,
        path: `${API}${request.path}`,
        headers: { "Xero-Tenant-Id": tenantId, ...request.headers },
      },
      "Xero",
    );
    if (!accept.includes(response.status))
      throw readXeroError(response, record);
    if (
      response.status !== 204 &&
      (typeof response.body !== "object" || response.body === null)
    ) {
      throw new ConnectorError(
        "server",
        `Xero's answer about ${record} could not be read. Run this step again: nothing is made twice.`,
        { vendor: "xero", status: response.status },
      );
    }
    return response.body as T;
  }

  /** What a list answers; `pageCount` where Xero tells how many pages there are. */
  async function listPage<T>(
    collection: string,
    query: HttpRequest["query"] = {},
    record = collection,
    headers?: Record<string, string>,
  ): Promise<{ records: T[]; pageCount?: number }> {
    const path = `/${collection}`;
    const body = await call<
      Record<string, T[] | undefined> & { pagination?: { pageCount?: number } }
    >({ method: "GET", path, query, headers }, record);
    const records = body[collection];
    if (Array.isArray(records))
      return { records, pageCount: body.pagination?.pageCount };
    throw new ConnectorError(
      "server",
      `Xero's answer about ${record} holds no list. Run this step again: nothing is made twice.`,
      { vendor: "xero" },
    );
  }

  async function list<T>(
    ...asked: Parameters<typeof listPage<T>>
  ): Promise<T[]> {
    return (await listPage<T>(...asked)).records;
  }

  /** Creates one document; the key makes Xero answer a repeat within 6 minutes from its cache. */
  async function create<T extends object>(
    collection: string,
    idKey: keyof T,
    document: T,
    record: string,
    idempotencyKey: string,
    query: HttpRequest["query"],
  ): Promise<T> {
    const body = await call<Record<string, T[] | undefined>>(
      {
        method: "PUT",
        path: `/${collection}`,
        query,
        headers: { "Idempotency-Key": idempotencyKey },
        body: { [collection]: [document] },
      },
      record,
    );
    const created = body[collection]?.[0];
    if (created?.[idKey]) return created;
    throw new ConnectorError(
      "server",
      `Xero did not say what became of ${record}. Run this step again: nothing is made twice.`,
      { vendor: "xero" },
    );
  }

  /**
   * Creates many documents in one call, each for itself: a refused one holds up no other.
   * @returns the elements as Xero answers them, in no order to rely on; a refused one carries `ValidationErrors`
   */
  async function createEach<T extends object>(
    collection: string,
    documents: readonly T[],
    record: string,
    idempotencyKey: string,
    query: HttpRequest["query"] = {},
  ): Promise<T[]> {
    const body = await call<Record<string, T[] | undefined>>(
      {
        method: "PUT",
        path: `/${collection}`,
        query: { summarizeErrors: false, ...query },
        headers: { "Idempotency-Key": idempotencyKey },
        body: { [collection]: documents },
      },
      record,
    );
    const elements = body[collection];
    if (Array.isArray(elements)) return elements;
    throw new ConnectorError(
      "server",
      `Xero did not say what became of ${record}. Run this step again: nothing is made twice.`,
      { vendor: "xero" },
    );
  }

  /** A page of what changed since an instant, in the order of the changes. */
  const changed = <T>(
    collection: string,
    { since, page, pageSize }: ChangesPage,
    query: HttpRequest["query"] = {},
  ) =>
    list<T>(
      collection,
      { order: "UpdatedDateUTC ASC", page, pageSize, ...query },
      collection,
      { "If-Modified-Since": since.slice(0, 19) },
    );

  /** What changed last, newest first. */
  const newest = <T>(
    collection: string,
    limit: number,
    query: HttpRequest["query"] = {},
  ) =>
    list<T>(collection, {
      order: "UpdatedDateUTC DESC",
      page: 1,
      pageSize: limit,
      ...query,
    });

  return { call, list, listPage, create, createEach, changed, newest };
}
