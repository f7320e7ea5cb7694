import { isObject, type JsonObject } from "../read/json";

type Test = (value: unknown) => boolean;

const isText: Test = (value) => typeof value === "string";
const isNumber: Test = (value) => typeof value === "number";
const isDate: Test = (value) =>
  isText(value) && !Number.isNaN(Date.parse(String(value)));

/** Types that are not here hold any value. */
const tests: Record<string, Test> = {
  array: Array.isArray,
  boolean: (value) => typeof value === "boolean",
  cert: isText,
  collection: isObject,
  color: isText,
  date: isDate,
  email: isText,
  filename: isText,
  folder: isText,
  integer: Number.isInteger,
  number: isNumber,
  password: isText,
  path: isText,
  pkey: isText,
  port: Number.isInteger,
  text: isText,
  time: isText,
  timezone: isText,
  uinteger: (value) => Number.isInteger(value) && Number(value) >= 0,
  url: isText,
  uuid: isText,
};

/** Whether a value is of the type of a field. */
export function fits(value: unknown, { type, multiple }: JsonObject): boolean {
  const test = tests[String(type)];
  if (type === "select") return Array.isArray(value) === (multiple === true);
  return test ? test(value) : true;
}
