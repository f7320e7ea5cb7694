import type { Rule } from "../finding";
import { isObject, objectOf } from "../read/json";
import { requestsOf } from "../read/requests";

/** How a request goes on to the next page. */
export const paginationRules: Rule[] = [
  {
    id: "pagination-keys",
    what: "pagination holds what changes from page to page, and nothing else",
    severity: "error",
    *find(tree) {
      for (const request of requestsOf(tree)) {
        const { pagination } = request.body;
        if (!isObject(pagination)) continue;
        for (const key of Object.keys(pagination))
          if (!pagingKeys.has(key))
            yield {
              path: request.at("pagination", key),
              message: `Take ${key} out of pagination; it holds ${[...pagingKeys].join(", ")}.`,
            };
        for (const key of ["qs", "headers"])
          for (const [name, value] of Object.entries(objectOf(pagination[key])))
            if (isSame(objectOf(request.body[key])[name], value))
              yield {
                path: request.at("pagination", key, name),
                message: `Take ${name} out of pagination: it is the same on every page and comes from the request.`,
              };
      }
    },
  },
];

const pagingKeys = new Set([
  "mergeWithParent",
  "url",
  "method",
  "headers",
  "qs",
  "body",
  "condition",
  "endpoint",
  "input",
]);

const isSame = (one: unknown, other: unknown): boolean =>
  one !== undefined && JSON.stringify(one) === JSON.stringify(other);
