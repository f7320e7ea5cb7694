import { staticOptions, type Declared } from "./declared";

/**
 * A given value as its declared type.
 * @throws Error whose message goes on after the parameter's name: `must be a number`
 */
export function convert(parameter: Declared, value: unknown): unknown {
  const converted = toType(parameter.type, value);
  if (parameter.type === "select") checkOption(parameter, converted);
  checkRange(parameter, converted);
  return converted;
}

function toType(type: string, value: unknown): unknown {
  switch (type) {
    case "number":
      return toNumber(value);
    case "integer":
    case "uinteger":
    case "port": {
      const number = toNumber(value);
      if (!Number.isInteger(number)) throw new Error("must be a whole number");
      if (type !== "integer" && number < 0)
        throw new Error("must not be negative");
      return number;
    }
    case "boolean":
      if (value === true || value === "true") return true;
      if (value === false || value === "false") return false;
      throw new Error("must be true or false");
    case "date":
      return toDate(value);
    case "text":
    case "email":
    case "password":
    case "url":
    case "uuid":
    case "filename":
    case "path":
      return toText(value);
    default:
      return value;
  }
}

function toNumber(value: unknown): number {
  const number =
    typeof value === "number"
      ? value
      : typeof value === "string" && value.trim()
        ? Number(value)
        : NaN;
  if (!Number.isFinite(number)) throw new Error("must be a number");
  return number;
}

function toDate(value: unknown): Date {
  if (typeof value === "boolean") throw new Error("must be a date");
  const date = new Date(value as string | number | Date);
  if (Number.isNaN(date.getTime())) throw new Error("must be a date");
  return date;
}

function toText(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString("utf8");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function checkOption(parameter: Declared, value: unknown): void {
  const options = staticOptions(parameter);
  if (!options || parameter.validate === false) return;
  if (options.some((option) => String(option.value) === String(value))) return;
  throw new Error(
    `must be one of ${options.map((option) => String(option.value)).join(", ")}`,
  );
}

function checkRange({ validate }: Declared, value: unknown): void {
  if (typeof validate !== "object" || validate === null) return;
  const { min, max, pattern } = validate;
  const size = typeof value === "string" ? value.length : value;
  if (typeof size === "number") {
    if (typeof min === "number" && size < min)
      throw new Error(`must be at least ${min}`);
    if (typeof max === "number" && size > max)
      throw new Error(`must be at most ${max}`);
  }
  const source = typeof pattern === "string" ? pattern : undefined;
  if (source && typeof value === "string" && !new RegExp(source).test(value))
    throw new Error(`must match ${source}`);
}
