import { authFieldsOf, inputsOf, stepsOf } from "../app/steps";
import { textsIn } from "../app/values";
import type { Definition } from "../app/definition";
import type { Rule } from "../finding";
import { linkProblem } from "./links";

/** A local server is reached without a certificate. */
const INSECURE = /\bhttp:\/\/(?!localhost\b|127\.0\.0\.1\b)[^\s"')`]+/i;

const DANGEROUS = /(^|[\s("'])(javascript|vbscript|data|file):\S/i;

/** Addresses, wherever the definition has them. */
export const linkRules: Rule[] = [
  {
    id: "D007",
    what: "every address is https",
    severity: "publishing task",
    *find({ definition }) {
      for (const { text, path } of textsIn(definition, "")) {
        const url = INSECURE.exec(text)?.[0];
        if (url)
          yield {
            path,
            message: `Change ${url} to https.`,
          };
      }
    },
  },
  {
    id: "D008",
    what: "links in texts for users are whole Markdown links",
    severity: "publishing task",
    *find({ definition }) {
      for (const { text, path } of proseOf(definition)) {
        const message = linkProblem(text);
        if (message) yield { path, message };
      }
    },
  },
  {
    id: "D025",
    what: "no address runs code or reads files",
    severity: "error",
    *find({ definition }) {
      for (const { text, path } of proseOf(definition)) {
        const scheme = DANGEROUS.exec(text)?.[2];
        if (scheme)
          yield {
            path,
            message: `Take the ${scheme}: address out: link an https page instead.`,
          };
      }
    },
  },
];

/** Descriptions and help. */
function* proseOf(
  definition: Definition,
): Generator<{ text: string; path: string }> {
  for (const placed of stepsOf(definition)) {
    const { step, path } = placed;
    yield {
      text: step.display.description,
      path: `${path}.display.description`,
    };
    yield* helpOf(inputsOf(placed));
  }
  yield* helpOf(authFieldsOf(definition));
}

function* helpOf(fields: ReturnType<typeof inputsOf>) {
  for (const { field, path } of fields)
    if (field.helpText)
      yield { text: field.helpText, path: `${path}.helpText` };
}
