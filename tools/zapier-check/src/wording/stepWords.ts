import { inputsOf, outputsOf, visibleSteps } from "../app/steps";
import type { Rule } from "../finding";

/** Keys, nouns and sentences of operations. */
export const stepWordRules: Rule[] = [
  {
    id: "key-case",
    what: "keys are in snake_case",
    severity: "publishing task",
    *find({ definition }) {
      for (const placed of visibleSteps(definition)) {
        const keys = [
          { key: placed.step.key, path: placed.path },
          ...inputsOf(placed).map(({ field: { key }, path }) => ({
            key,
            path,
          })),
          ...outputsOf(placed).map(({ key }) => ({
            key,
            path: `${placed.path}.outputFields.${key}`,
          })),
        ];
        for (const { key, path } of keys)
          if (
            !key
              .split(/__|\[\]/)
              .every((part) => /^[a-z][a-z\d]*(_[a-z\d]+)*$/.test(part))
          )
            yield { path, message: `Write the key ${key} in snake_case.` };
      }
    },
  },
  {
    id: "noun",
    what: "nouns are singular and in title case",
    severity: "publishing task",
    *find({ definition }) {
      for (const { step, path } of visibleSteps(definition)) {
        const { noun } = step;
        if (/[^su]s$/.test(noun) || !/^\p{Lu}\S*( \p{Lu}\S*)*$/u.test(noun))
          yield {
            path: `${path}.noun`,
            message: `Write the noun "${noun}" for one record, with capitals.`,
          };
      }
    },
  },
  {
    id: "description-sentence",
    what: "descriptions of actions and searches are sentences in the third person; searches find",
    severity: "publishing task",
    *find({ definition }) {
      for (const { kind, step, path } of visibleSteps(definition)) {
        const { description } = step.display;
        const form =
          kind === "searches"
            ? /^Finds .+\.$/s
            : kind === "creates"
              ? /^[A-Z][a-z]*s .+\.$/s
              : /^/;
        if (!form.test(description))
          yield {
            path: `${path}.display.description`,
            message: `Write the description of ${step.key} as "${kind === "searches" ? "Finds" : "Creates"} ... ." with a full stop.`,
          };
      }
    },
  },
  {
    id: "description-words",
    what: "descriptions have the right articles and name neither Zapier nor the integration",
    severity: "publishing task",
    *find({ definition, listing }) {
      for (const { step, path } of visibleSteps(definition)) {
        const { description } = step.display;
        const at = `${path}.display.description`;
        const article = /\ba [aeio]\w*/i.exec(description)?.[0];
        if (article)
          yield { path: at, message: `Write "${article}" with "an".` };
        for (const name of ["Zapier", listing.title])
          if (description.includes(name))
            yield {
              path: at,
              message: `Take ${name} out of the description: it stands beside it anyway.`,
            };
      }
    },
  },
];
