import { camelKeys, snakeKeys } from "../../src/fields/keys";

/** Parsed, because a literal's `__proto__` would set the prototype instead of a key. */
const hostile = JSON.parse(
  '{"__proto__": {"isAdmin": true}, "constructor": {"prototype": {"isAdmin": true}}, "deal_id": "701", "rows": [{"__proto__": {"isAdmin": true}}]}',
) as unknown;

it.each([camelKeys, snakeKeys])(
  "%p leaves every prototype as it is",
  (rename) => {
    const renamed = rename(hostile) as { rows: object[] };
    for (const value of [renamed, renamed.rows[0]!, {}]) {
      expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
      expect(value).not.toHaveProperty("isAdmin");
    }
  },
);
