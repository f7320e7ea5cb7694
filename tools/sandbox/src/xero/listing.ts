import type { Context } from "hono";
import { notFound, queryParse } from "./errors";
import type { ObjectShape } from "./postData";
import { compileWhere, fieldReader } from "./where";
import { readModifiedSince, readWireInstant } from "./wireDates";

export interface Pagination {
  page: number;
  pageSize: number;
  pageCount: number;
  itemCount: number;
}

/** How the rows of one resource are filtered and sorted. */
export interface Queryable {
  resource: string;
  fields: ObjectShape;
  /** Sort order when the request gives none. */
  order?: string;
}

const LONGEST_QUERY = 2048;

/** The rows that `where`, `order` and If-Modified-Since leave, in order. */
export function select<Row extends object>(
  c: Context,
  rows: readonly Row[],
  queryable: Queryable,
): Row[] {
  // IIS refuses longer query strings, which is why 53 GUIDs in IDs= end in a 404.
  if (new URL(c.req.url).search.length > LONGEST_QUERY) throw notFound();
  const { resource, fields } = queryable;
  const where = c.req.query("where");
  const since = readModifiedSince(c.req.header("if-modified-since") ?? "");
  const matches = where ? compileWhere(where, resource, fields) : () => true;
  const found = rows.filter(
    (row) => (since === undefined || changedSince(row, since)) && matches(row),
  );
  const order = c.req.query("order") || queryable.order;
  return order ? found.sort(compareBy(order, queryable)) : found;
}

/** One page when the request asks for one; otherwise all. */
export function paginate<Row>(
  c: Context,
  rows: Row[],
): { rows: Row[]; pagination?: Pagination } {
  const asked = c.req.query("page");
  if (asked === undefined && c.req.query("pageSize") === undefined)
    return { rows };
  const page = Math.max(1, wholeNumber(asked) ?? 1);
  const pageSize = Math.min(
    1000,
    Math.max(1, wholeNumber(c.req.query("pageSize")) ?? 100),
  );
  return {
    rows: rows.slice((page - 1) * pageSize, page * pageSize),
    pagination: {
      page,
      pageSize,
      pageCount: Math.ceil(rows.length / pageSize),
      itemCount: rows.length,
    },
  };
}

/** The values of a comma-separated parameter, folded to lower case; undefined when it is absent or empty. */
export function listParameter(
  c: Context,
  name: string,
): Set<string> | undefined {
  const text = c.req.query(name);
  return text
    ? new Set(text.split(",").map((entry) => entry.trim().toLowerCase()))
    : undefined;
}

export function flag(c: Context, name: string): boolean {
  return c.req.query(name)?.toLowerCase() === "true";
}

function changedSince(row: object, since: number): boolean {
  const updated = (row as { UpdatedDateUTC?: string }).UpdatedDateUTC;
  return updated === undefined || (readWireInstant(updated) ?? 0) >= since;
}

function compareBy(order: string, { resource, fields }: Queryable) {
  const keys = order.split(",").map((entry) => {
    const [path = "", direction = "ASC", ...rest] = entry.trim().split(/\s+/);
    if (rest.length > 0 || !/^(asc|desc)$/i.test(direction))
      throw queryParse(`Syntax error in order '${entry.trim()}'`);
    const { read } = fieldReader(path.split("."), resource, fields);
    return { read, sign: /^desc$/i.test(direction) ? -1 : 1 };
  });
  return (a: object, b: object): number => {
    for (const { read, sign } of keys) {
      const left = read(a);
      const right = read(b);
      if (left === right) continue;
      if (left === null) return -sign;
      if (right === null) return sign;
      return left < right ? -sign : sign;
    }
    return 0;
  };
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d+$/.test(text) ? Number(text) : undefined;
}
