import { createRequire } from "node:module";
import type { Definition } from "../app/definition";
import type { Rule } from "../finding";

interface SchemaError {
  /** Such as `instance.triggers.new_lead`. */
  property: string;
  message: string;
}

// The package is CommonJS without types.
const { validateAppDefinition } = createRequire(__filename)(
  "zapier-platform-schema",
) as {
  validateAppDefinition(definition: Definition): { errors: SchemaError[] };
};

/** The structural check that Zapier's own `validate` makes without a network. */
export const schemaRules: Rule[] = [
  {
    id: "schema",
    what: "the definition holds against Zapier's schema",
    severity: "error",
    *find({ definition }) {
      for (const { property, message } of validateAppDefinition(definition)
        .errors)
        yield {
          path: property.replace(/^instance\.?/, "") || "app",
          message: `Correct what Zapier's schema refuses: ${message}.`,
        };
    },
  },
];
