import { MakeError } from "../MakeError";
import type { Condition, Filter } from "./blueprint";

/**
 * Whether a bundle passes a filter.
 * Inferred: an empty text does not exist; a text that is no number fails every number operator.
 * @throws MakeError for an operator that is not known
 */
export function passes(
  filter: Filter | null | undefined,
  evaluate: (value: unknown) => unknown,
): boolean {
  const conditions = filter?.conditions ?? [];
  if (conditions.length === 0) return true;
  return conditions.some((all) => all.every((one) => holds(one, evaluate)));
}

function holds(
  { a, o, b }: Condition,
  evaluate: (value: unknown) => unknown,
): boolean {
  const left = evaluate(a);
  const right = evaluate(b);
  const [kind = "", name = "", option] = o.split(":");
  if (kind === "exist") return exists(left);
  if (kind === "notexist") return !exists(left);
  const found =
    kind === "text"
      ? textOperators[name]?.(text(left, option), text(right, option))
      : kind === "number"
        ? order[name]?.(number(left), number(right))
        : kind === "date"
          ? order[name]?.(time(left), time(right))
          : kind === "boolean"
            ? order[name]?.(Number(truth(left)), Number(truth(right)))
            : undefined;
  if (found === undefined) {
    throw new MakeError(
      "InvalidConfigurationError",
      `The filter operator "${o}" is not known.`,
    );
  }
  return found;
}

type Operator<Value> = (left: Value, right: Value) => boolean;

const textOperators: Record<string, Operator<string>> = {
  equal: (left, right) => left === right,
  notequal: (left, right) => left !== right,
  contain: (left, right) => left.includes(right),
  notcontain: (left, right) => !left.includes(right),
  startwith: (left, right) => left.startsWith(right),
  notstartwith: (left, right) => !left.startsWith(right),
  endwith: (left, right) => left.endsWith(right),
  notendwith: (left, right) => !left.endsWith(right),
  pattern: (left, right) => new RegExp(right).test(left),
  notpattern: (left, right) => !new RegExp(right).test(left),
};

const order: Record<string, Operator<number>> = {
  equal: (left, right) => left === right,
  notequal: (left, right) => left !== right,
  greater: (left, right) => left > right,
  greaterorequal: (left, right) => left >= right,
  greaterequal: (left, right) => left >= right,
  less: (left, right) => left < right,
  lessorequal: (left, right) => left <= right,
  lessequal: (left, right) => left <= right,
};

function exists(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}

function text(value: unknown, option: string | undefined): string {
  const plain =
    value instanceof Date ? value.toISOString() : String(value ?? "");
  return option === "ci" ? plain.toLowerCase() : plain;
}

function number(value: unknown): number {
  return typeof value === "string" && !value.trim()
    ? NaN
    : Number(value ?? NaN);
}

function time(value: unknown): number {
  return exists(value) ? new Date(value as string | Date).getTime() : NaN;
}

function truth(value: unknown): boolean {
  return value === "false" ? false : Boolean(value);
}
