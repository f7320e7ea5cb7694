import type { Definition, Display } from "../app/definition";
import { visibleSteps } from "../app/steps";
import type { Rule } from "../finding";
import { titleCase } from "./titleCase";

/** The names by which users find an operation. */
export const labelRules: Rule[] = [
  {
    id: "D018",
    what: "labels of operations are in title case",
    severity: "publishing task",
    *find({ definition }) {
      for (const { display, path } of displaysOf(definition))
        if (titleCase(display.label) !== display.label)
          yield {
            path: `${path}.display.label`,
            message: `Write "${display.label}" as "${titleCase(display.label)}".`,
          };
    },
  },
  {
    id: "label-app-name",
    what: "labels and nouns name neither Zapier nor the integration",
    severity: "publishing task",
    *find({ definition, listing }) {
      for (const { noun, display, path } of displaysOf(definition))
        for (const [key, text] of [
          ["noun", noun],
          ["display.label", display.label],
        ])
          for (const name of ["Zapier", listing.title])
            if (text?.includes(name))
              yield {
                path: `${path}.${key}`,
                message: `Take ${name} out of "${text}": it stands beside it anyway.`,
              };
    },
  },
  {
    id: "label-service",
    what: "where two services have a record of one name, labels say whose it is",
    severity: "publishing task",
    *find({ definition, listing }) {
      const { services, sharedRecords } = listing;
      for (const { display, path } of displaysOf(definition)) {
        const words = display.label.split(" ");
        const record = sharedRecords.find((name) => words.includes(name));
        if (record && !services.some((name) => words.includes(name)))
          yield {
            path: `${path}.display.label`,
            message: `Say whose ${record.toLowerCase()} it is in "${display.label}": ${services.join(" or ")}.`,
          };
      }
    },
  },
  {
    id: "label-twice",
    what: "no two operations of a kind have the same label",
    severity: "publishing task",
    *find({ definition }) {
      const seen = new Map<string, string>();
      for (const { kind, step, path } of visibleSteps(definition)) {
        const name = `${kind} ${step.display.label}`;
        const other = seen.get(name);
        if (other)
          yield {
            path: `${path}.display.label`,
            message: `Give ${step.key} another label than ${other} has.`,
          };
        seen.set(name, step.key);
      }
    },
  },
  {
    id: "label-trigger",
    what: 'a trigger of new and changed records is called "New or Updated ..."',
    severity: "publishing task",
    *find({ definition }) {
      for (const { kind, step, path } of visibleSteps(definition)) {
        const { label, description } = step.display;
        if (
          kind === "triggers" &&
          /\b(is|are) (new|created)\b.*\b(changes|changed|updated)\b/.test(
            description,
          ) &&
          !/^New or Updated /.test(label)
        )
          yield {
            path: `${path}.display.label`,
            message: `Write "${label}" as "New or Updated ...", as it triggers for both.`,
          };
      }
    },
  },
  {
    id: "label-search",
    what: 'labels of searches start with "Find "',
    severity: "publishing task",
    *find({ definition }) {
      for (const { kind, step, path } of visibleSteps(definition))
        if (kind === "searches" && !/^Find /.test(step.display.label))
          yield {
            path: `${path}.display.label`,
            message: `Begin "${step.display.label}" with Find.`,
          };
    },
  },
];

interface Named {
  noun?: string;
  display: Display;
  path: string;
}

const displaysOf = (definition: Definition): Named[] => [
  ...visibleSteps(definition).map(({ step, path }) => ({ ...step, path })),
  ...Object.entries(definition.searchOrCreates ?? {}).map(
    ([key, { display }]) => ({ display, path: `searchOrCreates.${key}` }),
  ),
];
