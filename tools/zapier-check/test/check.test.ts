import { checkApp } from "../src/check";
import { rules } from "../src/rules";
import type { PlantedBreach } from "./breach";
import { authenticationBreaches } from "./breaches/authentication";
import { compatibilityBreaches } from "./breaches/compatibility";
import { definitionBreaches } from "./breaches/definition";
import { listingBreaches } from "./breaches/listing";
import { liveBreaches } from "./breaches/live";
import { referenceBreaches } from "./breaches/references";
import { wordingBreaches } from "./breaches/wording";
import { cleanApp } from "./cleanApp";

const breaches = [
  ...compatibilityBreaches,
  ...authenticationBreaches,
  ...referenceBreaches,
  ...definitionBreaches,
  ...wordingBreaches,
  ...listingBreaches,
  ...liveBreaches,
];

test("a clean app has no findings", () => {
  expect(checkApp(cleanApp())).toEqual([]);
});

test("every rule has a planted breach", () => {
  const planted = new Set(breaches.map(({ rule }) => rule));
  expect([...planted].toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
});

test.each(
  breaches.map((breach): [string, PlantedBreach] => [
    `${breach.rule}: ${breach.case ?? "planted"}`,
    breach,
  ]),
)("%s", (_name, { rule, plant, at, fix, also }) => {
  const app = cleanApp();
  plant(app);
  const found = checkApp(app);
  expect(found.filter((finding) => finding.rule !== also)).toEqual([
    {
      rule,
      severity: rules.find(({ id }) => id === rule)?.severity,
      path: at,
      message: expect.stringContaining(fix),
    },
  ]);
  if (also) expect(found.map((finding) => finding.rule)).toContain(also);
});
