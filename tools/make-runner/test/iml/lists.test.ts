import { valueOf } from "./scopeOf";

const people = [
  { name: "bo", age: 30, home: { city: "Rome" }, kind: "a" },
  { name: "Al", age: 20, home: { city: "Bern" }, kind: "b" },
  { name: "Cy", age: 25, kind: "c" },
];
const variables = {
  people,
  numbers: [3, 10, 2, 10],
  words: ["b", "A", "a", "B"],
  nested: [1, [2, [3, [4]]]],
  pairs: [
    { key: "a", value: 1 },
    { key: "b", value: null },
    { value: "no key" },
  ],
  collection: { a: 1, b: 2 },
  none: null,
  gone: undefined,
};

test.each<[string, unknown]>([
  ["add(numbers, 1, 2)", [3, 10, 2, 10, 1, 2]],
  ["add(gone, 1)", [1]],
  ["contains(numbers, 10)", true],
  ["contains(numbers, '10')", false],
  ["deduplicate(numbers)", [3, 10, 2]],
  [
    "map(distinct(add(people, get(people, 1)), 'home.city'), 'age')",
    [30, 20, 25],
  ],
  ["first(numbers)", 3],
  ["last(numbers)", 10],
  ["first(emptyarray)", undefined],
  ["first(gone)", undefined],
  ["flatten(nested)", [1, 2, [3, [4]]]],
  ["flatten(nested, 2)", [1, 2, 3, [4]]],
  ["join(numbers, ', ')", "3, 10, 2, 10"],
  ["join(gone, ', ')", ""],
  ["keys(collection)", ["a", "b"]],
  ["length(collection)", 2],
  ["map(people, 'name')", ["bo", "Al", "Cy"]],
  ["map(people, 'home.city')", ["Rome", "Bern"]],
  ["map(people, 'age', 'kind', 'a,c')", [30, 25]],
  ["map(people, 'age', 'age', 20)", [20]],
  ["map(gone, 'age')", []],
  ["merge(numbers, words)", [3, 10, 2, 10, "b", "A", "a", "B"]],
  ["merge(gone, numbers, emptyarray)", [3, 10, 2, 10]],
  ["merge(collection, toCollection(pairs, 'key', 'value'))", { a: 1, b: null }],
  ["remove(numbers, 10, 2)", [3]],
  ["reverse(numbers)", [10, 2, 10, 3]],
  ["slice(numbers, 1)", [10, 2, 10]],
  ["slice(numbers, 1, 3)", [10, 2]],
  ["slice(numbers, -1)", [10]],
  [
    "toArray(collection)",
    [
      { key: "a", value: 1 },
      { key: "b", value: 2 },
    ],
  ],
  ["toCollection(pairs, 'key', 'value')", { a: 1, b: null }],
  ["toCollection(gone, 'key', 'value')", {}],
])("%s is %j", (expression, value) => {
  expect(valueOf(expression, variables)).toStrictEqual(value);
});

test.each<[string, unknown]>([
  ["sort(numbers)", [2, 3, 10, 10]],
  ["sort(numbers, 'desc')", [10, 10, 3, 2]],
  ["sort(words)", ["A", "B", "a", "b"]],
  ["sort(words, 'desc')", ["b", "a", "B", "A"]],
  ["sort(words, 'asc ci')", ["A", "a", "b", "B"]],
  ["sort(words, 'desc ci')", ["b", "B", "A", "a"]],
  ["map(sort(people, 'name'), 'name')", ["Al", "Cy", "bo"]],
  ["map(sort(people, 'asc ci', 'name'), 'name')", ["Al", "bo", "Cy"]],
  ["map(sort(people, 'desc', 'age'), 'age')", [30, 25, 20]],
  ["map(sort(people, 'asc', 'home.city'), 'name')", ["Al", "bo", "Cy"]],
])("%s is %j", (expression, value) => {
  expect(valueOf(expression, variables)).toEqual(value);
});

test("shuffle keeps every element", () => {
  const shuffled = valueOf("shuffle(numbers)", variables) as number[];
  expect(shuffled.toSorted((a, b) => a - b)).toEqual([2, 3, 10, 10]);
});

test("no function changes the list it is given", () => {
  const before = structuredClone(variables);
  for (const name of ["add", "reverse", "sort", "shuffle", "distinct"]) {
    valueOf(`${name}(numbers)`, variables);
  }
  valueOf("merge(collection, toCollection(pairs, 'key', 'value'))", variables);
  expect(variables).toEqual(before);
});

test.each<[string, unknown]>([
  ["abs(-3.7)", 3.7],
  ["average(1, 2, 6)", 3],
  ["average(numbers)", 6.25],
  ["average(emptyarray)", undefined],
  ["ceil(1.2)", 2],
  ["floor(1.9)", 1],
  ["round(1.5)", 2],
  ["round('1.4')", 1],
  ["round(gone)", undefined],
  ["max(numbers)", 10],
  ["min(3, 1, 2)", 1],
  ["sum(numbers, 5)", 30],
  ["sum(gone)", 0],
  ["sum('1.5', none, 2)", 3.5],
  ["median(3, 5, 7)", 5],
  ["median(2, 3, 5, 8)", 4],
  ["median(2.5, 3.5, 2, 4.5, 1)", 2.5],
  ["stdevP(2, 4, 4, 4, 5, 5, 7, 9)", 2],
  ["stdevS(1, 3, 5)", 2],
  ["trunc(1.789, 2)", 1.78],
  ["trunc(-1.789)", -1],
  ["trunc(0.29, 2)", 0.29],
  ["formatNumber(123456789, 3, ',', '.')", "123.456.789,000"],
  ["formatNumber(1234.5, 2)", "1.234,50"],
  ["formatNumber(-1234.5, 2, '.', '')", "-1234.50"],
  ["formatNumber(999, 0)", "999"],
  ["parseNumber('1 756,456', ',')", 1756.456],
  ["parseNumber('-1,756.5')", -1756.5],
  ["parseNumber('12')", 12],
  ["parseNumber('none')", NaN],
  ["parseNumber(gone)", undefined],
])("math: %s is %j", (expression, value) => {
  expect(valueOf(expression, variables)).toEqual(value);
});
