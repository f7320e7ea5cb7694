import { queryParse } from "./errors";
import type { ObjectShape, Shape } from "./postData";
import { readWireInstant } from "./wireDates";
import { parseWhere } from "./whereSyntax";
import type { Call, Expression, Operand, Operator } from "./whereSyntax";

type Scalar = string | number | boolean | null;
type ScalarType = "text" | "number" | "boolean" | "date" | "guid" | "null";
type Row = object;

const DOTNET_TYPES: Record<ScalarType, string> = {
  text: "String",
  number: "Decimal",
  boolean: "Boolean",
  date: "DateTime",
  guid: "Guid",
  null: "Object",
};

/** A test for rows of one resource, whose queryable fields and their types are `fields`. */
export function compileWhere(
  source: string,
  resource: string,
  fields: ObjectShape,
): (row: Row) => boolean {
  return compile(parseWhere(source), resource, fields);
}

/** Reads one field for sorting or comparing; null when it is absent. */
export function fieldReader(
  path: readonly string[],
  resource: string,
  fields: ObjectShape,
): { type: ScalarType; read: (row: Row) => Scalar } {
  let shape: Shape = fields;
  for (const name of path) {
    const next: Shape | undefined =
      typeof shape === "string" ? undefined : (shape as ObjectShape)[name];
    if (next === undefined)
      throw queryParse(
        `No property or field '${name}' exists in type '${resource}'`,
      );
    shape = next;
  }
  const type = typeof shape === "string" ? shape : "null";
  return {
    type,
    read: (row) => {
      const value = path.reduce<unknown>(
        (inner, name) => (inner as Record<string, unknown> | undefined)?.[name],
        row,
      );
      if (value === undefined || value === null) return null;
      if (type === "date") return readWireInstant(String(value)) ?? null;
      if (type === "text" || type === "guid") return folded(String(value));
      return typeof value === "number" || typeof value === "boolean"
        ? value
        : null;
    },
  };
}

/** Texts compare without regard to case and accents. */
export function folded(text: string): string {
  // Most names are plain letters, and a book of thousands is folded for each write.
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function compile(
  expression: Expression,
  resource: string,
  fields: ObjectShape,
): (row: Row) => boolean {
  switch (expression.kind) {
    case "and": {
      const left = compile(expression.left, resource, fields);
      const right = compile(expression.right, resource, fields);
      return (row) => left(row) && right(row);
    }
    case "or": {
      const left = compile(expression.left, resource, fields);
      const right = compile(expression.right, resource, fields);
      return (row) => left(row) || right(row);
    }
    case "test": {
      const { type, read } = operandReader(
        expression.operand,
        resource,
        fields,
      );
      if (type !== "boolean")
        throw queryParse("Expression of type 'Boolean' expected");
      return (row) => read(row) === true;
    }
    case "compare": {
      const left = operandReader(expression.left, resource, fields);
      const right = operandReader(expression.right, resource, fields);
      const types = [left.type, right.type];
      if (left.type !== right.type && !types.includes("null"))
        throw queryParse(
          `Operator '${expression.operator}' incompatible with operand types '${DOTNET_TYPES[left.type]}' and '${DOTNET_TYPES[right.type]}'`,
        );
      return (row) =>
        holds(expression.operator, left.read(row), right.read(row));
    }
  }
}

function operandReader(
  operand: Operand,
  resource: string,
  fields: ObjectShape,
): { type: ScalarType; read: (row: Row) => Scalar } {
  if (operand.kind === "literal") {
    const value =
      operand.type === "text" ? folded(operand.value) : operand.value;
    return { type: operand.type, read: () => value };
  }
  return operand.calls.reduce(
    (inner, call) => {
      const method = textMethod(call);
      return {
        type: method.type,
        read: (row: Row) => {
          const value = inner.read(row);
          return value === null ? null : method.apply(String(value));
        },
      };
    },
    fieldReader(operand.path, resource, fields),
  );
}

function textMethod({ method, argument }: Call): {
  type: "boolean" | "text";
  apply: (text: string) => boolean | string;
} {
  const part = argument === undefined ? undefined : folded(argument);
  switch (method.toLowerCase()) {
    case "contains":
      if (part !== undefined)
        return { type: "boolean", apply: (text) => text.includes(part) };
      break;
    case "startswith":
      if (part !== undefined)
        return { type: "boolean", apply: (text) => text.startsWith(part) };
      break;
    case "endswith":
      if (part !== undefined)
        return { type: "boolean", apply: (text) => text.endsWith(part) };
      break;
    case "tolower":
    case "toupper":
      // Texts are folded before they are compared, so case conversion changes nothing.
      return { type: "text", apply: (text) => text };
  }
  throw queryParse(`No applicable method '${method}' exists in type 'String'`);
}

function holds(operator: Operator, left: Scalar, right: Scalar): boolean {
  switch (operator) {
    case "==":
      return left === right;
    case "!=":
      return left !== right;
  }
  if (left === null || right === null) return false;
  switch (operator) {
    case ">":
      return left > right;
    case ">=":
      return left >= right;
    case "<":
      return left < right;
    case "<=":
      return left <= right;
  }
}
