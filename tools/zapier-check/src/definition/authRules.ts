import { authFieldsOf, inputsOf, visibleSteps } from "../app/steps";
import type { Rule } from "../finding";
import { linkPattern } from "./links";

const CREDENTIAL =
  /(^|_)(token|secret|password|passwd|credential|access_?key|api_?key|service_?key|client_?id)s?($|_)/i;

/** How users connect, and how they tell connections apart. */
export const authRules: Rule[] = [
  {
    id: "D001",
    what: "credentials are asked for in the connection, not in a step",
    severity: "publishing task",
    *find({ definition }) {
      for (const step of visibleSteps(definition))
        for (const { field, path } of inputsOf(step))
          if (CREDENTIAL.test(field.key) || field.type === "password")
            yield {
              path,
              message: `Move ${field.key} from the step into the fields of the authentication.`,
            };
    },
  },
  {
    id: "D002",
    what: "a credential that users paste says with a link where it is found",
    severity: "warning",
    *find({ definition }) {
      for (const { field, path } of authFieldsOf(definition)) {
        const isPasted =
          !field.computed &&
          (field.type === "password" || CREDENTIAL.test(field.key));
        if (isPasted && !linkPattern.test(field.helpText ?? ""))
          yield {
            path: `${path}.helpText`,
            message: `Link the page where users find the ${field.label ?? field.key}: [page](https://...).`,
          };
      }
    },
  },
  {
    id: "D003",
    what: "a connection's label tells whose it is",
    severity: "publishing task",
    *find({ definition: { authentication } }) {
      const label = authentication?.connectionLabel;
      const isTelling =
        typeof label === "string" && /\{\{.+\}\}|^\$func/.test(label);
      if (authentication && !isTelling && typeof label !== "object")
        yield {
          path: "authentication.connectionLabel",
          message:
            "Set the label from what the connection's test returns, such as {{name}}.",
        };
    },
  },
  {
    id: "D026",
    what: "a domain that users type is checked against a form",
    severity: "warning",
    *find({ definition }) {
      for (const { field, path } of authFieldsOf(definition))
        if (
          /domain|(^|_)(host|(base_?)?url)$/i.test(field.key) &&
          !field.computed &&
          !field.inputFormat &&
          !field.choices
        )
          yield {
            path: `${path}.inputFormat`,
            message: `Give ${field.key} an inputFormat, such as https://{{input}}.example.com, so that no request goes elsewhere.`,
          };
    },
  },
];
