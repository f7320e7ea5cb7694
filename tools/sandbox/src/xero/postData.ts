import { postDataInvalid } from "./errors";
import { isGuid } from "./ids";
import { readPostedDate } from "./wireDates";

/** What a posted document may hold. A property not named here is dropped, as Xero does. */
export type Shape =
  "text" | "number" | "boolean" | "date" | "guid" | ListShape | ObjectShape;
export type ListShape = readonly [Shape];
export interface ObjectShape {
  readonly [name: string]: Shape;
}

export type Posted<S> = S extends "text" | "date" | "guid"
  ? string
  : S extends "number"
    ? number
    : S extends "boolean"
      ? boolean
      : S extends readonly [infer Member]
        ? Posted<Member>[]
        : { [Name in keyof S]?: Posted<S[Name]> };

/** `{"Invoices":[...]}` or one bare document. */
export function readElements<S extends ObjectShape>(
  shape: S,
  collection: string,
  text: string,
): Posted<S>[] {
  const body = parse(text);
  if (!isObject(body)) throw cannotConvert(body, collection, "");
  const list = body[collection];
  if (list === undefined) return [readPosted(shape, body, "")];
  if (!Array.isArray(list)) throw cannotConvert(list, "array", collection);
  return list.map((entry, place) =>
    readPosted(shape, entry, `${collection}[${place}]`),
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw postDataInvalid((error as Error).message);
  }
}

function readPosted<S extends Shape>(
  shape: S,
  value: unknown,
  path: string,
): Posted<S> {
  return read(shape, value, path) as Posted<S>;
}

function read(shape: Shape, value: unknown, path: string): unknown {
  if (typeof shape === "string") return readScalar(shape, value, path);
  if (isList(shape)) {
    if (!Array.isArray(value)) throw cannotConvert(value, "array", path);
    return value.map((entry, place) =>
      read(shape[0], entry, `${path}[${place}]`),
    );
  }
  if (!isObject(value)) throw cannotConvert(value, "object", path);
  return Object.fromEntries(
    Object.entries(shape)
      // A null counts as left out.
      .filter(([name]) => value[name] !== undefined && value[name] !== null)
      .map(([name, member]) => [
        name,
        read(member, value[name], path ? `${path}.${name}` : name),
      ]),
  );
}

function readScalar(
  kind: "text" | "number" | "boolean" | "date" | "guid",
  value: unknown,
  path: string,
): unknown {
  switch (kind) {
    case "text":
      if (typeof value === "string") return value;
      if (typeof value === "number") return String(value);
      throw cannotConvert(value, "String", path);
    case "number":
      if (typeof value === "number") return value;
      if (typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value.trim()))
        return Number(value);
      throw cannotConvert(value, "Decimal", path);
    case "boolean":
      if (typeof value === "boolean") return value;
      if (typeof value === "string" && /^(true|false)$/i.test(value))
        return value.toLowerCase() === "true";
      throw cannotConvert(value, "Boolean", path);
    case "date": {
      const date =
        typeof value === "string" ? readPostedDate(value) : undefined;
      if (date === undefined) throw cannotConvert(value, "DateTime", path);
      return date;
    }
    case "guid":
      if (typeof value === "string" && isGuid(value))
        return value.toLowerCase();
      throw cannotConvert(value, "Guid", path);
  }
}

function cannotConvert(value: unknown, wanted: string, path: string) {
  const kind = Array.isArray(value) ? "array" : typeof value;
  const shown = isObject(value) || kind === "array" ? "" : `: ${value}`;
  return postDataInvalid(
    `Could not convert ${kind} to ${wanted}${shown}. Path '${path}'.`,
  );
}

function isList(shape: ListShape | ObjectShape): shape is ListShape {
  return Array.isArray(shape);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
