import type { Cursor } from "./Cursor";
import type { Token } from "./Lexer";
import type { Expression, PathKey } from "./syntax";

/**
 * Parses what follows the head of a path: ``.key``, ``.`odd key` ``, `[1]`, `[-1]`.
 * @returns the path, and how it is written
 */
export function parsePath(
  cursor: Cursor,
  head: Token & { kind: "name" },
): { path: Expression; written: string } {
  const keys: PathKey[] = [];
  let { end } = head;
  while (cursor.at(".") || cursor.at("[")) {
    const key = cursor.at(".") ? name(cursor) : place(cursor);
    if (key !== undefined) keys.push(key);
    end = cursor.lastEnd;
  }
  if (cursor.at("(")) {
    throw cursor.error(
      head.value === "iml"
        ? "Functions are called by their bare name; iml. is for JavaScript"
        : "Only functions can be called, by their bare name",
    );
  }
  return {
    path: { kind: "path", head: head.value, keys, at: head.at },
    written: cursor.text.slice(head.at, end),
  };
}

function name(cursor: Cursor): string {
  cursor.advance(false);
  const { token } = cursor;
  if (token.kind !== "name") {
    throw cursor.error("A key is a word or stands in backticks");
  }
  cursor.advance(false);
  return token.value;
}

function place(cursor: Cursor): number | undefined {
  cursor.advance(false);
  // Inferred: in the mapper items[].name is of the first item, and items[] all items.
  if (cursor.dialect === "mapper" && cursor.at("]")) {
    cursor.advance(false);
    return cursor.at(".") || cursor.at("[") ? 1 : undefined;
  }
  const sign = cursor.at("-") ? -1 : 1;
  if (sign < 0) cursor.advance(false);
  const { token } = cursor;
  if (token.kind !== "number" || !Number.isInteger(token.value)) {
    throw cursor.error("An index is a whole number; get(...) takes any key");
  }
  cursor.advance(false);
  cursor.expect("]");
  return sign * token.value;
}
