import { processParameters } from "../../src/run/parameters/processParameters";
import { builtins } from "../../src/iml/builtins/builtins";
import { scopeOf } from "./scopeOf";

/** Parsed, because a literal's `__proto__` would set the prototype instead of a key. */
const hostile = JSON.parse('{"__proto__": {"isAdmin": true}}') as object;

const call = (name: string, ...args: unknown[]) =>
  builtins.get(name)!(args, scopeOf({}));

it("collections that are merged keep an object's own prototype", () => {
  const merged = call("merge", { a: 1 }, hostile) as object;
  expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
  expect(merged).not.toHaveProperty("isAdmin");
  expect({}).not.toHaveProperty("isAdmin");
});

it("an ending that every object has as a key is no type of file", () => {
  expect(call("mime", "a.constructor")).toBe("application/octet-stream");
});

it("a parameter that every object has as a key was not given", () => {
  const declared = [{ name: "constructor", type: "text", required: true }];
  expect(() => processParameters([declared], {})).toThrow("constructor");
});
