import type { ErrorObject } from "ajv";

/** Keywords that only say that no branch fitted. */
const branching = new Set(["oneOf", "anyOf", "allOf", "if", "not"]);

/**
 * The errors that say what to change. A value that fits no branch of a schema fails them
 * all; the branch that got furthest is the one that was meant.
 * @returns one text for each place
 */
export function clearest(errors: ErrorObject[]): Map<string, string> {
  const plain = errors.filter(({ keyword }) => !branching.has(keyword));
  const telling = plain.length > 0 ? plain : errors;
  const texts = new Map<string, string>();
  for (const error of telling) {
    const { instancePath, keyword } = error;
    if (keyword === "type" && telling.some((other) => isCloser(other, error)))
      continue;
    const before = texts.get(instancePath);
    const text = textOf(error);
    if (before !== text)
      texts.set(instancePath, before ? `${before}; ${text}` : text);
  }
  return texts;
}

const isCloser = (error: ErrorObject, than: ErrorObject): boolean =>
  error.instancePath.startsWith(`${than.instancePath}/`) ||
  (error.instancePath === than.instancePath && error.keyword !== "type");

function textOf({ message, keyword, params }: ErrorObject): string {
  const named: unknown =
    keyword === "additionalProperties"
      ? params.additionalProperty
      : keyword === "enum"
        ? (params.allowedValues as unknown[]).join(", ")
        : undefined;
  return named === undefined ? `${message}` : `${message} (${String(named)})`;
}
