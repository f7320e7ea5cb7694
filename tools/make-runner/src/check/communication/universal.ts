import type { Breach, Rule } from "../finding";
import { inManifest } from "../manifest/componentMaps";
import { isObject, listOf, objectOf } from "../read/json";
import { requestsIn } from "../read/requests";

const inputs = ["url", "method", "headers", "qs", "body"];
const outputs = ["body", "headers", "statusCode"];

/** The module that calls whatever the other modules do not cover. */
export const universalRules: Rule[] = [
  {
    id: "universal-exists",
    what: "a module calls whatever the others do not cover, and is of the type universal",
    severity: "error",
    *find({ modules }) {
      const all = [...modules];
      const isUniversal = ([, { metadata }]: (typeof all)[number]) =>
        metadata.moduleType === "universal";
      for (const [id, { metadata }] of all)
        if (
          /API call$/i.test(metadata.label ?? "") &&
          metadata.moduleType !== "universal"
        )
          yield {
            path: inManifest("components", "module", id, "moduleType"),
            message: `Set moduleType of ${id} to universal: it makes an API call.`,
          };
      if (!all.some(isUniversal))
        yield {
          path: inManifest("components", "module"),
          message: `Add a module of the type universal, "Make an API call".`,
        };
    },
  },
  {
    id: "universal-request",
    what: "a universal module takes url, method, headers, qs and body, and gives body, headers and statusCode",
    severity: "error",
    *find(tree): Generator<Breach> {
      for (const request of requestsIn(tree, "module", "communication")) {
        const module = tree.modules.get(request.owner);
        if (module?.metadata.moduleType !== "universal") continue;
        const { body, response } = request;
        if (!/\{\{\s*parameters\.url\s*\}\}$/.test(String(body.url)))
          yield {
            path: request.at("url"),
            message: "End url with {{parameters.url}}.",
          };
        const taken = listOf(module.code.mappableParams?.value)
          .filter(isObject)
          .map(({ name }) => name);
        for (const name of inputs)
          if (!taken.includes(name))
            yield {
              path: module.code.mappableParams?.path ?? request.at(),
              message: `Add the parameter ${name} to ${request.owner}.`,
            };
        for (const name of outputs)
          if (!(name in objectOf(response.output)))
            yield {
              path: request.at("response", "output"),
              message: `Add "${name}": "{{${name}}}" to the output of ${request.owner}.`,
            };
      }
    },
  },
];
