import { catalog } from "@hubspot-xero/shared/catalog/catalog";
import type { Field } from "@hubspot-xero/shared/catalog/field";
import {
  define,
  flat,
  validate,
  visibleSteps,
  type DefinedField,
  type DefinedStep,
  type Definition,
} from "./fixtures/definition";

let app: Definition;

beforeAll(async () => {
  app = await define();
});

it("Zapier's schema finds nothing wrong", async () => {
  expect(await validate()).toEqual([]);
});

it("versions are those of the packages", () => {
  expect(app).toMatchObject({ version: "0.1.0", platformVersion: "19.1.0" });
});

it("every operation of the catalogue is in the app under its key, and no other is visible", () => {
  const keys = (steps: Record<string, DefinedStep>) =>
    Object.entries(steps)
      .filter(([, { display }]) => !display.hidden)
      .map(([key, step]) => {
        expect(step.key).toBe(key);
        return key;
      });
  expect({
    triggers: keys(app.triggers),
    actions: keys(app.creates),
    searches: keys(app.searches),
  }).toEqual({
    triggers: catalog.triggers.map(({ key }) => key),
    actions: catalog.actions.map(({ key }) => key),
    searches: catalog.searches.map(({ key }) => key),
  });
});

it("every input field of the catalogue is in its step under its key", () => {
  const all = [...catalog.triggers, ...catalog.actions, ...catalog.searches];
  const declared = Object.fromEntries(
    visibleSteps(app).map(({ key, operation }) => [
      key,
      flat(operation.inputFields).map((field) => field.key),
    ]),
  );
  for (const operation of all)
    expect(declared[operation.key]).toEqual(
      operation.fields.flatMap((field) => [
        field.key,
        ...("children" in field
          ? (field.children ?? []).map(({ key }) => key)
          : []),
      ]),
    );
});

it("inputs are required, listed, preset and limited to choices as in the catalogue", () => {
  const all = [...catalog.triggers, ...catalog.actions, ...catalog.searches];
  for (const operation of all) {
    const step = visibleSteps(app).find(({ key }) => key === operation.key);
    const rules = (field: Field | DefinedField) => ({
      key: field.key,
      required: field.required ?? false,
      list: field.list ?? false,
      preset: field.default,
      help: "help" in field ? field.help : (field as DefinedField).helpText,
      choices: Array.isArray(field.choices)
        ? Object.fromEntries(
            field.choices.map(({ value, label }) => [value, label]),
          )
        : field.choices,
    });
    expect(step?.operation.inputFields?.map(rules)).toEqual(
      operation.fields.map(rules),
    );
  }
});

it("every trigger's and search's sample carries the id that Zapier tells records apart by", () => {
  const steps = [app.triggers, app.searches]
    .flatMap((kind) => Object.values(kind))
    .filter(({ display }) => !display.hidden);
  expect(steps).toHaveLength(catalog.triggers.length + catalog.searches.length);
  for (const { key, operation } of steps)
    expect({ key, id: operation.sample?.["id"] }).toEqual({
      key,
      id: expect.stringMatching(/./),
    });
});
