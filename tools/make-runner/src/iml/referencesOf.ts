import { isSpreadKey } from "./evaluate";
import { parseTemplate } from "./parseTemplate";
import { isCollection } from "./readKey";
import type { Dialect } from "./scope";

/** What the templates of a JSON value name, each once, in the order of the text. */
export interface References {
  /** Whole paths as they are written: `parameters.limit`, ``headers.`x-hook` ``. */
  variables: string[];
  functions: string[];
}

/**
 * Collects what every template in a JSON value names, its keys included.
 * @throws ImlError when a template cannot be read
 */
export function referencesOf(value: unknown, dialect: Dialect): References {
  const variables = new Set<string>();
  const functions = new Set<string>();
  const visit = (inner: unknown): void => {
    if (typeof inner === "string") {
      const template = parseTemplate(inner, dialect);
      template.variables.forEach((name) => variables.add(name));
      template.functions.forEach((name) => functions.add(name));
    } else if (Array.isArray(inner)) {
      inner.forEach(visit);
    } else if (isCollection(inner)) {
      for (const [key, held] of Object.entries(inner)) {
        if (!isSpreadKey(key)) visit(key);
        visit(held);
      }
    }
  };
  visit(value);
  return { variables: [...variables], functions: [...functions] };
}
