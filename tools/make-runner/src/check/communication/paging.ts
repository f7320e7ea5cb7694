import type { MakeTree, ModuleType } from "../../tree/tree";
import type { Rule } from "../finding";
import { hasReason } from "../read/reasons";
import { requestsIn, type Request } from "../read/requests";

const ofType = (tree: MakeTree, ...types: ModuleType[]): Request[] =>
  requestsIn(tree, "module", "communication").filter(({ owner }) => {
    const type = tree.modules.get(owner)?.metadata.moduleType;
    return type !== undefined && types.includes(type);
  });

/** How many bundles a module gives, and how it gets them. */
export const pagingRules: Rule[] = [
  {
    id: "single-no-paging",
    what: "actions, universal modules and instant triggers neither iterate nor page",
    severity: "error",
    *find(tree) {
      for (const request of ofType(
        tree,
        "action",
        "universal",
        "instant_trigger",
        "responder",
      )) {
        if ("iterate" in request.response)
          yield {
            path: request.at("response", "iterate"),
            message: `Remove iterate: ${request.owner} gives one bundle.`,
          };
        if ("pagination" in request.body)
          yield {
            path: request.at("pagination"),
            message: `Remove pagination: ${request.owner} gives one bundle.`,
          };
      }
    },
  },
  {
    id: "action-object",
    what: "an action gives a collection, not a list",
    severity: "error",
    *find(tree) {
      for (const request of ofType(tree, "action"))
        if (request.last && Array.isArray(request.response.output))
          yield {
            path: request.at("response", "output"),
            message:
              "Put the list into a key of a collection: Make refuses a list as the output of an action.",
          };
    },
  },
  {
    id: "search-directives",
    what: "a search has iterate, output and limit",
    severity: "error",
    *find(tree) {
      for (const request of ofType(tree, "search"))
        for (const key of ["iterate", "output", "limit"])
          if (request.last && !(key in request.response))
            yield {
              path: request.at("response"),
              message: `Add ${key} to the response of the search ${request.owner}.`,
            };
    },
  },
  {
    id: "search-pagination",
    what: "a search pages, or a comment says why the service has no pages",
    severity: "warning",
    *find(tree) {
      for (const request of ofType(tree, "search"))
        if (
          request.last &&
          "url" in request.body &&
          !("pagination" in request.body) &&
          !hasReason(request.section, /pagination|pages?\b|paging/i)
        )
          yield {
            path: request.at(),
            message: `Add pagination to ${request.owner}, or a comment that says why there are no pages.`,
          };
    },
  },
  {
    id: "rpc-limit",
    what: "an RPC has a limit",
    severity: "error",
    *find(tree) {
      for (const request of requestsIn(tree, "rpc", "communication"))
        if (request.last && !("limit" in request.response))
          yield {
            path: request.at("response"),
            message: `Add "limit": 300 to the response of the RPC ${request.owner}, or three times the page.`,
          };
    },
  },
];
