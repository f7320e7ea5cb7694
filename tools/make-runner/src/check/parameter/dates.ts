import type { Rule } from "../finding";
import { formsOf } from "../read/forms";
import { place, textsOf } from "../read/json";
import { parametersOf } from "../read/parameters";

/** Users pick dates; the app writes them as the service reads them. */
export const dateRules: Rule[] = [
  {
    id: "date-format",
    what: "a date is sent through formatDate or a function",
    severity: "warning",
    *find(tree) {
      for (const { kind, owner, declaring, reading } of formsOf(tree)) {
        if (kind === "rpc") continue;
        const dates = new Set(
          declaring
            .flatMap(({ value }) => [...parametersOf(value)])
            .filter(({ type, inside }) => type === "date" && !inside)
            .map(({ name }) => name),
        );
        for (const section of reading)
          for (const { pointer, text } of textsOf(section.value)) {
            const name = /^\{\{\s*parameters\.(\w+)\s*\}\}$/.exec(text)?.[1];
            if (name && dates.has(name))
              yield {
                path: place(section.path, pointer),
                message: `Send ${name} of ${owner} as {{formatDate(parameters.${name}, "YYYY-MM-DD")}} or as the service wants it.`,
              };
          }
      }
    },
  },
];
