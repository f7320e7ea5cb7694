import { isEmpty, toNumber, toText } from "../convert";
import { readPath } from "../readKey";

const orders = new Set<unknown>(["asc", "desc", "asc ci", "desc ci"]);

/**
 * A sorted copy. Without an order the 2nd argument is the key: sort(contacts, 'name').
 * Inferred: what is empty comes last in ascending order, and equal elements keep their order.
 */
export function sorted(
  list: unknown[],
  second: unknown,
  third: unknown,
): unknown[] {
  const isOrder = isEmpty(second) || orders.has(second);
  const order = isOrder && !isEmpty(second) ? toText(second) : "asc";
  const path = isOrder ? third : second;
  const direction = order.startsWith("desc") ? -1 : 1;
  const fold = order.endsWith("ci");
  const valueOf = (element: unknown) =>
    isEmpty(path) ? element : readPath(element, path);
  return list.toSorted(
    (a, b) => direction * compare(valueOf(a), valueOf(b), fold),
  );
}

function compare(a: unknown, b: unknown, fold: boolean): number {
  if (isEmpty(a) || isEmpty(b)) return Number(isEmpty(a)) - Number(isEmpty(b));
  if (!isText(a) && !isText(b)) return toNumber(a) - toNumber(b);
  const [left, right] = [a, b].map((value) =>
    fold ? toText(value).toLowerCase() : toText(value),
  ) as [string, string];
  return left < right ? -1 : left > right ? 1 : 0;
}

function isText(value: unknown): boolean {
  return (
    !["number", "boolean"].includes(typeof value) && !(value instanceof Date)
  );
}
