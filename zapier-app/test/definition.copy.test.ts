import {
  define,
  flat,
  visibleSteps,
  type Definition,
} from "./fixtures/definition";

let app: Definition;

beforeAll(async () => {
  app = await define();
});

/** Articles, conjunctions and short prepositions stay small inside a title. */
const SMALL = new Set(
  "a an the and or nor but to of in on at by for with".split(" "),
);

function isTitleCase(label: string): boolean {
  return label
    .split(" ")
    .every((word, index) =>
      index > 0 && SMALL.has(word) ? true : /^\(?[A-Z0-9]/.test(word),
    );
}

it("labels are in title case", () => {
  const labels = visibleSteps(app).flatMap(({ display, operation }) => [
    display.label,
    ...flat(operation.inputFields).map(({ label }) => label ?? ""),
    ...flat(operation.outputFields).map(({ label }) => label ?? ""),
  ]);
  expect(labels.filter((label) => !isTitleCase(label))).toEqual([]);
});

it("every input and output field has a label", () => {
  const unlabelled = visibleSteps(app).flatMap(({ key, operation }) =>
    [...flat(operation.inputFields), ...flat(operation.outputFields)].flatMap(
      (field) => (field.label ? [] : [`${key}.${field.key}`]),
    ),
  );
  expect(unlabelled).toEqual([]);
});

it('a trigger\'s description starts with "Triggers when " and ends with a full stop', () => {
  for (const { display } of Object.values(app.triggers))
    expect(display.description).toMatch(/^Triggers when .+\.$/);
});

it("descriptions of actions and searches are sentences in the third person", () => {
  for (const { display } of Object.values(app.creates))
    expect(display.description).toMatch(/^(Creates|Writes|Ends) .+\.$/);
  for (const { display } of Object.values(app.searches))
    expect(display.description).toMatch(/^Finds .+\.$/);
});

it("help says something that the label does not", () => {
  for (const { operation } of visibleSteps(app))
    for (const { label, helpText } of flat(operation.inputFields))
      expect(helpText?.replace(/\.$/, "").toLowerCase()).not.toBe(
        label?.toLowerCase(),
      );
});

it("required fields come first", () => {
  for (const { operation } of visibleSteps(app)) {
    const required = (operation.inputFields ?? []).map((field) =>
      Boolean(field.required),
    );
    expect(required).toEqual([...required].sort().reverse());
  }
});

it("credentials are asked for in the connection alone, with a link to where they are made", () => {
  const keys = visibleSteps(app).flatMap(({ operation }) =>
    flat(operation.inputFields).map(({ key }) => key),
  );
  expect(
    keys.filter((key) => /token|secret|password|api_?key/.test(key)),
  ).toEqual([]);
  expect(app.authentication.fields[0]).toMatchObject({
    key: "hubspot_token",
    type: "password",
    required: true,
    helpText: expect.stringMatching(/\[[^\]]+\]\(https:\/\/[^)]+\)/),
  });
});

it("the articles before nouns are right", () => {
  const texts = [
    ...Object.values(app.triggers),
    ...Object.values(app.creates),
    ...Object.values(app.searches),
  ].map(({ display }) => display.description);
  expect(texts.filter((text) => /\ba [aeio]/i.test(text))).toEqual([]);
});
