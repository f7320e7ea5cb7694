import type { Breach, Rule } from "../finding";
import { isObject, objectOf } from "../read/json";
import { requestsOf, type Request } from "../read/requests";

/** What a failed call tells the user, and what Make does then. */
export const errorRules: Rule[] = [
  {
    id: "error-present",
    what: "the base and every request of a connection read the error of the service",
    severity: "error",
    *find(tree) {
      for (const request of requestsOf(tree)) {
        const { kind, code, step, body, response } = request;
        // Connections do not take over the base's; authorize is a redirect of the browser.
        const needed =
          code === "base" ||
          (kind === "connection" && step !== "authorize" && "url" in body);
        if (needed && !response.error)
          yield {
            path: request.at(),
            message: `Add response.error with a message, such as "[{{statusCode}}] {{body.message}}".`,
          };
      }
    },
  },
  {
    id: "error-message",
    what: "every error object has a message",
    severity: "error",
    *find(tree) {
      for (const request of requestsOf(tree))
        for (const { error, keys } of errorsOf(request))
          if (typeof error.message !== "string" || !error.message)
            yield {
              path: request.at("response", "error", ...keys),
              message: "Add a message: Make refuses an error without one.",
            };
    },
  },
  {
    id: "error-whole-body",
    what: "no message holds the whole body of the answer",
    severity: "error",
    *find(tree) {
      for (const request of requestsOf(tree))
        for (const [message, path] of messagesOf(request))
          if (wholeBody.test(message))
            yield {
              path,
              message:
                "Name the field of the body that says what went wrong instead of {{body}}: the whole answer may hold personal data.",
            };
    },
  },
  {
    id: "error-types",
    what: "the base tells Make which errors are worth a retry",
    severity: "error",
    *find(tree): Generator<Breach> {
      for (const request of requestsOf(tree)) {
        const error = request.response.error;
        if (request.code !== "base" || !error) continue;
        for (const [status, type] of Object.entries(typeOf))
          if (!hasType(error, status, type))
            yield {
              path: request.at("response", "error"),
              message: `Add "${status}": {"message": "...", "type": "${type}"}; by the type Make decides whether to wait, to try again or to stop.`,
            };
      }
    },
  },
];

const typeOf = {
  401: "InvalidAccessTokenError",
  429: "RateLimitError",
  500: "ConnectionError",
  502: "ConnectionError",
  503: "ConnectionError",
  504: "ConnectionError",
};

/** Whether a status leads to a type, written out or among those of an expression. */
function hasType(error: unknown, status: string, type: string): boolean {
  const own = objectOf(objectOf(error)[status]).type ?? objectOf(error).type;
  return (
    own === type ||
    (typeof own === "string" && own.includes("{{") && own.includes(type))
  );
}

const wholeBody = /\{\{\s*(?:(?:toString|createJSON)\(\s*)?body\s*\)?\s*\}\}/;

function* messagesOf(request: Request): Generator<[string, string]> {
  const { error, valid } = request.response;
  if (typeof error === "string") yield [error, request.at("response", "error")];
  for (const { error, keys } of errorsOf(request))
    if (typeof error.message === "string")
      yield [
        error.message,
        request.at("response", "error", ...keys, "message"),
      ];
  const { message } = objectOf(valid);
  if (typeof message === "string")
    yield [message, request.at("response", "valid", "message")];
}

/** The error object of a request and those of single statuses. */
function* errorsOf({ response }: Request) {
  if (!isObject(response.error)) return;
  yield { error: response.error, keys: [] as string[] };
  for (const [status, error] of Object.entries(response.error))
    if (/^\d/.test(status) && isObject(error)) yield { error, keys: [status] };
}
