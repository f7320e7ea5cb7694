import { existsSync } from "node:fs";
import { join } from "node:path";
import { checkTree, rules } from "../../src/check/check";
import { treeOf, type App, type PlantedBreach } from "./breach";
import { communicationBreaches } from "./breaches/communication";
import { connectionBreaches } from "./breaches/connection";
import { functionBreaches } from "./breaches/function";
import { manifestBreaches } from "./breaches/manifest";
import { outputBreaches } from "./breaches/output";
import { parameterBreaches } from "./breaches/parameter";
import { referenceBreaches } from "./breaches/reference";
import { schemaBreaches } from "./breaches/schema";
import { wordingBreaches } from "./breaches/wording";
import { cleanApp } from "./cleanApp";

const SCHEMAS = join(__dirname, "../../../../../shared/contracts/make");

const breaches = [
  ...manifestBreaches,
  ...wordingBreaches,
  ...communicationBreaches,
  ...connectionBreaches,
  ...parameterBreaches,
  ...referenceBreaches,
  ...outputBreaches,
  ...functionBreaches,
];

function findingsOf(plant: (app: App) => void, schemas?: string) {
  const app = cleanApp();
  plant(app);
  return checkTree(treeOf(app), { schemas });
}

const expectOnly = ({ rule, plant, at }: PlantedBreach, schemas?: string) =>
  expect(findingsOf(plant, schemas)).toEqual([
    {
      rule,
      severity: rules.find(({ id }) => id === rule)?.severity,
      path: at,
      message: expect.stringMatching(/\.$/),
    },
  ]);

const named = (planted: PlantedBreach[]) =>
  planted.map(
    (breach) =>
      [`${breach.rule}: ${breach.case ?? "planted"}`, breach] as const,
  );

test("a clean app has no findings", () => {
  expect(findingsOf(() => undefined)).toEqual([]);
});

test("every rule has a planted breach", () => {
  const planted = new Set(
    [...breaches, ...schemaBreaches].map(({ rule }) => rule),
  );
  expect([...planted].toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
});

test.each(named(breaches))("%s", (_name, breach) => expectOnly(breach));

const withSchemas = existsSync(SCHEMAS) ? describe : describe.skip;

withSchemas("with Make's own schemas", () => {
  test("a clean app has no findings", () => {
    expect(findingsOf(() => undefined, SCHEMAS)).toEqual([]);
  });

  test.each(named(schemaBreaches))("%s", (_name, breach) =>
    expectOnly(breach, SCHEMAS),
  );
});
