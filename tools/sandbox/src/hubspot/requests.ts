import type { HubspotContext } from "./auth";
import { invalid } from "./errors";

export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const UNREADABLE =
  "Invalid input JSON on line 1, column 1: Cannot read the request body";

export async function readJson(context: HubspotContext): Promise<unknown> {
  try {
    return JSON.parse(await context.req.text());
  } catch {
    throw invalid(UNREADABLE);
  }
}

export async function readBody(context: HubspotContext): Promise<JsonObject> {
  const body = await readJson(context);
  if (!isObject(body)) throw invalid(UNREADABLE);
  return body;
}

/** The `inputs` of a batch. */
export function readInputs(body: JsonObject, most: number): JsonObject[] {
  const inputs = body.inputs;
  if (!Array.isArray(inputs) || !inputs.every(isObject)) {
    throw invalid(
      "Invalid input JSON on line 1, column 1: Some required fields were not set: [inputs]",
    );
  }
  if (inputs.length > most) {
    throw invalid(`The batch holds ${inputs.length} inputs; at most ${most}.`);
  }
  return inputs;
}

/** Ids and values come as text or as numbers. */
export function text(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number"
    ? String(value)
    : undefined;
}

export function required(object: JsonObject, key: string): string {
  const value = text(object[key]);
  if (value === undefined) {
    throw invalid(
      `Invalid input JSON on line 1, column 1: Some required fields were not set: [${key}]`,
    );
  }
  return value;
}

export function propertiesIn(object: JsonObject): JsonObject {
  if (!isObject(object.properties)) {
    throw invalid(
      "Invalid input JSON on line 1, column 1: Some required fields were not set: [properties]",
    );
  }
  return object.properties;
}

export function texts(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.map(String) : undefined;
}

/** A list in a query: repeated, with commas, or both. */
export function queryList(
  context: HubspotContext,
  name: string,
): string[] | undefined {
  return context.req
    .queries(name)
    ?.flatMap((part) => part.split(","))
    .map((part) => part.trim())
    .filter(Boolean);
}

export function queryNumber(
  context: HubspotContext,
  name: string,
  standard: number,
  most: number,
): number {
  const value = Number(context.req.query(name) ?? standard);
  if (!Number.isInteger(value) || value < 1 || value > most) {
    throw invalid(`${name} must be a whole number from 1 to ${most}`);
  }
  return value;
}
