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
import { outputKeys } from "./fixtures/zap";

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

it("no step has the same key twice among its inputs", () => {
  for (const { operation } of visibleSteps(app)) {
    const keys = flat(operation.inputFields).map(({ key }) => key);
    expect(keys).toEqual([...new Set(keys)]);
  }
});

describe("samples", () => {
  /** Zapier's types; a date has no zone, an instant must have one. */
  const fits = (type: string, value: unknown): boolean => {
    switch (type) {
      case "number":
        return typeof value === "number";
      case "integer":
        return Number.isInteger(value);
      case "boolean":
        return typeof value === "boolean";
      case "datetime":
        return /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/.test(
          String(value),
        );
      default:
        return typeof value === "string";
    }
  };

  const valueAt = (sample: Record<string, unknown>, path: string): unknown => {
    const [parent = "", child] = path.split(/\[\]|__/);
    const value = sample[parent];
    const record = Array.isArray(value) ? value[0] : value;
    return child === undefined
      ? value
      : (record as Record<string, unknown> | undefined)?.[child];
  };

  it("every key of a sample is a declared output field", () => {
    for (const { key, operation } of visibleSteps(app)) {
      const declared = operation.outputFields?.map((field) => field.key);
      for (const path of outputKeys(operation.sample ?? {}))
        expect(declared?.includes(path) ? "" : `${key}: ${path}`).toBe("");
    }
  });

  it("every value of a sample has the type of its output field", () => {
    for (const { key, operation } of visibleSteps(app))
      for (const field of operation.outputFields ?? []) {
        const value = valueAt(operation.sample ?? {}, field.key);
        const ok = value === undefined || fits(field.type ?? "string", value);
        expect(ok ? "" : `${key}: ${field.key} is ${typeof value}`).toBe("");
      }
  });

  it("every trigger's and search's sample carries the id that Zapier tells records apart by", () => {
    const steps = [app.triggers, app.searches]
      .flatMap((kind) => Object.values(kind))
      .filter(({ display }) => !display.hidden);
    expect(steps).toHaveLength(
      catalog.triggers.length + catalog.searches.length,
    );
    for (const { key, operation } of steps)
      expect({ key, id: operation.sample?.["id"] }).toEqual({
        key,
        id: expect.stringMatching(/./),
      });
  });
});

describe("dropdowns", () => {
  it("every one refers to a hidden trigger by its id and name", () => {
    const references = visibleSteps(app).flatMap(({ operation }) =>
      flat(operation.inputFields).flatMap(({ dynamic }) => dynamic ?? []),
    );
    expect(references.length).toBeGreaterThan(0);
    for (const reference of references) {
      const [key = "", ...path] = reference.split(".");
      expect(path).toEqual(["id", "name"]);
      expect(app.triggers[key]?.display.hidden).toBe(true);
    }
  });

  it("every hidden trigger is used", () => {
    const used = visibleSteps(app).flatMap(({ operation }) =>
      flat(operation.inputFields).flatMap(
        ({ dynamic }) => dynamic?.split(".")[0] ?? [],
      ),
    );
    const hidden = Object.values(app.triggers).filter(
      ({ display }) => display.hidden,
    );
    expect(hidden.map(({ key }) => key).sort()).toEqual(
      [...new Set(used)].sort(),
    );
  });
});
