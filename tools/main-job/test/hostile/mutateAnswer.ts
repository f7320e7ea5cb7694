import fc from "fast-check";

type Json = unknown;
type Holder = Record<string | number, Json>;

/** One place in one answer, and what stands there instead. */
export interface Mutation {
  /** Which of the run's answers, counted round. */
  call: number;
  /** Which value of that answer, counted round; the whole body where `whole` is told. */
  place: number;
  change: Change;
  whole?: string;
}

type Change = { put: Json } | { drop: true } | { proto: true };

/** No proper name, number or date, yet nothing that a sentence may not repeat. */
const VALUES: Json[] = [
  null,
  0,
  -1,
  true,
  1e300,
  12345678901234567000,
  "",
  "odd text",
  "x".repeat(5_000),
  "/Date(99999999999999999)/",
  "2026-13-45",
  [],
  [null],
  [[]],
  {},
  { odd: "object" },
];

const BODIES = [
  "null",
  "",
  "[]",
  "[null]",
  '"text"',
  "7",
  "{}",
  '{"__proto__":{"polluted":true}}',
  "<!DOCTYPE html><html><body>Maintenance</body></html>",
];

/** Half of the body, as a connection that ends early leaves it. */
const TRUNCATED = "truncated";

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...VALUES).map((put) => ({ put })) },
  { weight: 2, arbitrary: fc.constant({ drop: true as const }) },
  { weight: 1, arbitrary: fc.constant({ proto: true as const }) },
);

export const mutation: fc.Arbitrary<Mutation> = fc.record(
  {
    call: fc.nat(999),
    place: fc.nat(9_999),
    change,
    whole: fc.option(fc.constantFrom(...BODIES, TRUNCATED), {
      freq: 9,
      nil: undefined,
    }),
  },
  { noNullPrototype: true },
);

/** The answer's text with the change made in it. */
export function mutate(
  body: string,
  { place, change: made, whole }: Mutation,
): string {
  if (whole === TRUNCATED) return body.slice(0, Math.floor(body.length / 2));
  if (whole !== undefined) return whole;
  if (!body) return body;
  const root: Json = JSON.parse(body);
  const places = placesOf(root);
  const chosen = places[place % places.length];
  if (!chosen) return body;
  const { holder, key } = chosen;
  if ("put" in made) holder[key] = made.put;
  else if ("proto" in made) addProto(holder);
  else if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
  return JSON.stringify(root);
}

function placesOf(value: Json): { holder: Holder; key: string }[] {
  if (typeof value !== "object" || value === null) return [];
  const holder = value as Holder;
  return Object.keys(holder).flatMap((key) => [
    { holder, key },
    ...placesOf(holder[key]),
  ]);
}

/** An own key, as JSON.parse makes one; assigning would set the prototype. */
function addProto(holder: Holder): void {
  Object.defineProperty(holder, "__proto__", {
    value: { polluted: true },
    enumerable: true,
  });
}
