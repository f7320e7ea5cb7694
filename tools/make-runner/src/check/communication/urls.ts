import type { MakeTree } from "../../tree/tree";
import type { Rule } from "../finding";
import { isObject, listOf, objectOf } from "../read/json";
import { requestsOf } from "../read/requests";

/** Where requests go, and what they carry in the address. */
export const urlRules: Rule[] = [
  {
    id: "url-form",
    what: "a url is a path below the base, a full https address or an expression",
    severity: "error",
    *find(tree) {
      for (const { url, path } of urlsOf(tree))
        if (!/^(\/|https:\/\/|\{\{)/.test(url))
          yield {
            path,
            message: `Begin "${url}" with / or https://.`,
          };
    },
  },
  {
    id: "url-query",
    what: "the query stands in qs, not in the url",
    severity: "error",
    *find(tree) {
      for (const { url, path } of urlsOf(tree))
        if (url.replace(/\{\{.*?\}\}/gs, "").includes("?"))
          yield { path, message: "Move the query of the url to qs." };
    },
  },
  {
    id: "url-host",
    what: "requests go to the service's own production address",
    severity: "error",
    *find(tree) {
      for (const { url, path } of urlsOf(tree))
        if (
          /^https?:\/\/[^/]*(herokuapp|amazonaws|ngrok|localhost|127\.0\.0\.1)/.test(
            url,
          )
        )
          yield {
            path,
            message: `Send this to the service's own domain: Make's review refuses ${url}.`,
          };
    },
  },
  {
    id: "flat-values",
    what: "qs and headers hold single values and lists of them",
    severity: "error",
    *find(tree) {
      for (const request of requestsOf(tree))
        for (const key of ["qs", "headers"])
          for (const [name, value] of Object.entries(
            objectOf(request.body[key]),
          ))
            if (isObject(value) || listOf(value).some(isObject))
              yield {
                path: request.at(key, name),
                message: `Flatten ${name}: ${key} has one level.`,
              };
    },
  },
  {
    id: "write-body",
    what: "POST, PUT and PATCH have a body",
    severity: "error",
    *find(tree) {
      for (const request of requestsOf(tree)) {
        const { method } = request.body;
        if (
          typeof method === "string" &&
          /^(POST|PUT|PATCH)$/.test(method) &&
          !("body" in request.body)
        )
          yield {
            path: request.at(),
            message: `Add a body to the ${method}; {} where the service wants none.`,
          };
      }
    },
  },
  {
    id: "repeat-limit",
    what: "a repeat has an end, and its numbers are literals",
    severity: "error",
    *find(tree) {
      for (const request of requestsOf(tree)) {
        const { repeat } = request.body;
        if (!isObject(repeat)) continue;
        const { limit, delay = 0 } = repeat;
        if (typeof limit !== "number" || typeof delay !== "number")
          yield {
            path: request.at("repeat"),
            message:
              "Set limit and delay of repeat to numbers, not expressions.",
          };
      }
    },
  },
];

function* urlsOf(tree: MakeTree): Generator<{ url: string; path: string }> {
  for (const request of requestsOf(tree)) {
    const { body } = request;
    for (const keys of [["url"], ["baseUrl"], ["pagination", "url"]]) {
      const url = keys.reduce<unknown>(
        (held, key) => objectOf(held)[key],
        body,
      );
      if (typeof url === "string") yield { url, path: request.at(...keys) };
    }
  }
}
