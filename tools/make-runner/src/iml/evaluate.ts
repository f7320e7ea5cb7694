import { toText } from "./convert";
import { evaluateExpression } from "./evaluateExpression";
import { ImlError } from "./ImlError";
import { parseTemplate } from "./parseTemplate";
import { isCollection } from "./readKey";
import type { Scope } from "./scope";

/**
 * Evaluates every template in a JSON value.
 * Keys and elements that come out undefined are left out (inferred from "ignored").
 * @throws ImlError
 */
export function evaluate(value: unknown, scope: Scope): unknown {
  if (typeof value === "string") return evaluateText(value, scope);
  if (Array.isArray(value)) {
    return value
      .map((element) => evaluate(element, scope))
      .filter((element) => element !== undefined);
  }
  if (isCollection(value)) return evaluateCollection(value, scope);
  return value;
}

/**
 * Evaluates one template: a lone expression keeps its type, anything else becomes text.
 * @throws ImlError
 */
export function evaluateText(text: string, scope: Scope): unknown {
  if (!text.includes("{{")) return text;
  const { parts } = parseTemplate(text, scope.dialect);
  const [only] = parts;
  try {
    if (parts.length === 1 && typeof only === "object") {
      return evaluateExpression(only, scope, text);
    }
    return parts
      .map((part) =>
        typeof part === "string"
          ? part
          : toText(evaluateExpression(part, scope, text)),
      )
      .join("");
  } catch (cause) {
    if (cause instanceof ImlError) throw cause;
    throw new ImlError(messageOf(cause), text, 0, { cause });
  }
}

/** The key `{{...}}` spreads its value into the collection around it. */
const spreadKey = /^\{\{\s*\.\.\.\s*\}\}$/;

/** Whether an object key only says that its value is spread. */
export function isSpreadKey(key: string): boolean {
  return spreadKey.test(key);
}

function evaluateCollection(
  collection: Record<string, unknown>,
  scope: Scope,
): Record<string, unknown> {
  const entries: [string, unknown][] = [];
  for (const [key, value] of Object.entries(collection)) {
    if (isSpreadKey(key)) {
      entries.push(...spread(evaluate(value, scope), key));
      continue;
    }
    const name = evaluateText(key, scope);
    // Inferred: a key that comes out as a collection is spread too, as nothing it is left out, and else it is the key.
    if (name === undefined || name === null || isCollection(name)) {
      entries.push(...spread(name, key));
    } else {
      entries.push([toText(name), evaluate(value, scope)]);
    }
  }
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function spread(value: unknown, key: string): [string, unknown][] {
  if (value === undefined || value === null) return [];
  if (isCollection(value)) return Object.entries(value);
  throw new ImlError("Only a collection can be spread into another", key, 0);
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
