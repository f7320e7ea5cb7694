import type { Breach, ReviewedApp, Rule } from "../finding";
import { kinds } from "../app/steps";
import { baselineOf, type Baseline, type BaselineStep } from "./baseline";

const OTHERWISE = "or raise the major version in package.json";

/**
 * What Zaps that run would lose. Zapier's own checks C001 to C003 warn; its promotion guardrails refuse, unless the
 * major version is higher, and so do these.
 * @see https://docs.zapier.com/integrations/publish/integration-checks-reference
 */
export const compatibilityRules: Rule[] = [
  breaking("C001", "no operation is hidden or removed", ({ was, is }) =>
    kinds.flatMap((kind) =>
      Object.keys(was.operations[kind]).flatMap((key) =>
        is.operations[kind][key]
          ? []
          : {
              path: `${kind}.${key}`,
              message: `Bring ${key} back`,
            },
      ),
    ),
  ),
  breaking("C002", "no input field is renamed or removed", (versions) =>
    steps(versions).flatMap(({ path, was, is }) =>
      lacking(inputsIn(was), inputsIn(is)).map((key) => ({
        path: `${path}.inputFields.${key}`,
        message: `Bring the field ${key} back under its key`,
      })),
    ),
  ),
  breaking(
    "C003",
    "no key of a sample or an output is renamed or removed",
    (versions) =>
      steps(versions).flatMap(({ path, was, is }) =>
        lacking(was.output, is.output).map((key) => ({
          path: `${path}.outputFields.${key}`,
          message: `Bring the output ${key} back under its key`,
        })),
      ),
  ),
  breaking("promotion-required", "no field becomes required", (versions) =>
    steps(versions).flatMap(({ path, was, is }) =>
      lacking(is.required, was.required).map((key) => ({
        path: `${path}.inputFields.${key}`,
        message: `Let ${key} be empty: Zaps that run do not have it`,
      })),
    ),
  ),
  breaking(
    "promotion-trigger-type",
    "no poll becomes a hook, nor a hook a poll",
    (versions) =>
      steps(versions).flatMap(({ path, was, is }) =>
        was.type === is.type
          ? []
          : {
              path: `${path}.operation.type`,
              message: `Keep the type ${was.type}`,
            },
      ),
  ),
  breaking(
    "promotion-auth",
    "connections keep their type and what they store",
    ({ was: { authentication: was }, is: { authentication: is } }) => [
      ...(was.type === is.type
        ? []
        : [
            {
              path: "authentication.type",
              message: `Keep the type ${was.type}, so that nobody has to connect anew`,
            },
          ]),
      ...lacking(was.fields, is.fields).map((key) => ({
        path: `authentication.fields.${key}`,
        message: `Bring ${key} back under its key, so that nobody has to connect anew`,
      })),
    ],
  ),
  breaking(
    "promotion-search-or-create",
    "no find-or-create is removed",
    ({ was, is }) =>
      lacking(was.searchOrCreates, is.searchOrCreates).map((key) => ({
        path: `searchOrCreates.${key}`,
        message: `Bring ${key} back`,
      })),
  ),
];

interface Versions {
  was: Baseline;
  is: Baseline;
}

/** A rule that a higher major version lifts. Messages lack their end. */
function breaking(
  id: string,
  what: string,
  lost: (versions: Versions) => Breach[],
): Rule {
  return {
    id,
    what: `${what}, unless the major version is higher`,
    severity: "error",
    *find({ definition, baseline }: ReviewedApp) {
      if (!baseline || major(definition.version) > major(baseline.version))
        return;
      for (const { path, message } of lost({
        was: baseline,
        is: baselineOf(definition),
      }))
        yield { path, message: `${message}, ${OTHERWISE}.` };
    },
  };
}

/** The operations that both versions have. */
const steps = ({ was, is }: Versions) =>
  kinds.flatMap((kind) =>
    Object.entries(was.operations[kind]).flatMap(([key, before]) => {
      const after = is.operations[kind][key];
      return after ? { path: `${kind}.${key}`, was: before, is: after } : [];
    }),
  );

/** What one version has and the other has not. */
const lacking = (keys: readonly string[], other: readonly string[]) =>
  keys.filter((key) => !other.includes(key));

const inputsIn = ({ required, optional }: BaselineStep) => [
  ...required,
  ...optional,
];

const major = (version: string): number => Number(version.split(".")[0]);
