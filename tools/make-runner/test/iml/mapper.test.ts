import { evaluate } from "../../src/iml/iml";
import { scopeOf } from "./scopeOf";

const scope = scopeOf(
  {
    "1": {
      id: 42,
      "Odd Key": "odd",
      stage: "closedwon",
      emails: [{ address: "a@x.test" }, { address: "b@x.test" }],
      e5: "five",
    },
    "12": { total: "10" },
    scenario: { id: 3 },
  },
  { dialect: "mapper" },
);

test.each<[string, unknown]>([
  ["{{1.id}}", 42],
  ["{{1.`Odd Key`}}", "odd"],
  ["{{12.total}}", "10"],
  ["{{1.e5}}", "five"],
  ["{{1.5}}", 1.5],
  ["{{1}}", 1],
  ["{{1.emails[2].address}}", "b@x.test"],
  ["{{1.emails[].address}}", "a@x.test"],
  ["{{1.emails[-1].address}}", "b@x.test"],
  ["{{join(map(1.emails[]; 'address'); ', ')}}", "a@x.test, b@x.test"],
  ["{{1.missing.deep}}", undefined],
  ["{{scenario.id}}", 3],
  ['{{if(1.stage = "closedwon"; "won"; "lost")}}', "won"],
  ["{{1.id = 42 & 1.stage = 'closedwon'}}", true],
  ["{{1.id = 1 | 1.stage = 'closedwon'}}", true],
  ["{{1.id = 1 & 1.id = 42 | true}}", true],
  ["{{1.id = 42 && !(1.id = 1 || false)}}", true],
  ["{{1.id}}{{space}}{{newline}}{{emptystring}}{{tab}}|", "42 \n\t|"],
  ["{{round(pi)}}", 3],
  ["{{timestamp}}", 1714557600],
  ["{{erase}}", null],
  ["{{ignore}}", undefined],
  ["{{replace('a-b'; /[^a]/g; '')}}", "a"],
])("%s is %j", (template, value) => {
  expect(evaluate(template, scope)).toEqual(value);
});

test("a number within a path is no module", () => {
  expect(() => evaluate("{{1.emails.2.address}}", scope)).toThrow(
    /word or stands in backticks/,
  );
});

test("a module that has not run is unknown", () => {
  expect(() => evaluate("{{2.id}}", scope)).toThrow('Unknown variable "2"');
});

test("the mapper's words are variables in app code", () => {
  const app = scopeOf({ space: "mine", pi: 4 });
  expect(evaluate("{{space}} {{pi}}", app)).toBe("mine 4");
});
