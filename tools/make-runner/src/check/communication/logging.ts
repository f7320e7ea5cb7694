import type { MakeTree } from "../../tree/tree";
import type { Rule } from "../finding";
import { listOf, objectOf } from "../read/json";
import { requestsOf, type Request } from "../read/requests";

/** Logs are shown to users; what opens the account must not be in them. */
export const loggingRules: Rule[] = [
  {
    id: "log-sanitize",
    what: "the base and every request of a connection hide secrets from the log",
    severity: "error",
    *find(tree) {
      for (const request of logging(tree))
        if (sanitized(request).length === 0)
          yield {
            path: request.at(),
            message: `Add "log": {"sanitize": [...]} with every secret of the request and the response.`,
          };
    },
  },
  {
    id: "log-authorization",
    what: "what is hidden from the log includes the Authorization header",
    severity: "error",
    *find(tree) {
      for (const request of requestsOf(tree)) {
        const paths = sanitized(request);
        const authorized =
          request.code === "base" || sendsAuthorization(request.body.headers);
        // A log of a module replaces the one of the base.
        const replaced = request.kind !== "connection" && paths.length > 0;
        if (
          paths.length > 0 &&
          (authorized || replaced) &&
          !paths.some((path) => covering.test(path))
        )
          yield {
            path: request.at("log", "sanitize"),
            message: `Add "request.headers.authorization" to sanitize.`,
          };
      }
    },
  },
];

const covering = /^request(\.headers(\.`?authorization`?)?)?$/i;

/** The requests that have to say what is hidden; `authorize` is a redirect of the browser. */
function logging(tree: MakeTree): Request[] {
  return [...requestsOf(tree)].filter(
    ({ kind, code, step, body }) =>
      code === "base" ||
      (kind === "connection" && step !== "authorize" && "url" in body),
  );
}

const sanitized = ({ body }: Request): string[] =>
  listOf(objectOf(body.log).sanitize).map(String);

/** Headers that an expression fills may hold anything. */
const sendsAuthorization = (headers: unknown): boolean =>
  Object.keys(objectOf(headers)).some((name) =>
    /^authorization$|\{\{/i.test(name),
  );
