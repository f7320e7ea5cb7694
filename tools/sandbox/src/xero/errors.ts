import { randomUUID } from "node:crypto";
import type { Message } from "./types";

/** An answer that ends the request: JSON unless `body` is text. */
export class XeroError extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 429,
    readonly body: object | string,
    readonly headers: Record<string, string> = {},
  ) {
    super(typeof body === "string" ? body : JSON.stringify(body));
  }
}

/** Failed rules of one posted element. Everything found is reported at once; `lines` says which line it was, by place. */
export class RulesBroken extends Error {
  constructor(
    readonly messages: string[],
    readonly lines: ReadonlyMap<number, string[]> = new Map(),
  ) {
    super(messages.join(" "));
  }
}

export function validationErrors(messages: readonly string[]): Message[] {
  return [...new Set(messages)].map((Message) => ({ Message }));
}

export function validationException(elements: object[]): XeroError {
  return new XeroError(400, {
    ErrorNumber: 10,
    Type: "ValidationException",
    Message: "A validation exception occurred",
    Elements: elements,
  });
}

export function postDataInvalid(reason: string): XeroError {
  return new XeroError(400, {
    ErrorNumber: 14,
    Type: "PostDataInvalidException",
    Message: `JSON for post data was invalid,${reason}`,
  });
}

export function queryParse(message: string): XeroError {
  return new XeroError(400, {
    ErrorNumber: 16,
    Type: "QueryParseException",
    Message: message,
  });
}

export function notFound(): XeroError {
  return new XeroError(404, "The resource you're looking for cannot be found");
}

export function unauthorized(
  detail: string,
  headers: Record<string, string> = {},
): XeroError {
  return new XeroError(401, problem("Unauthorized", 401, detail), headers);
}

/** The tenant is not connected, or the header does not name one. */
export function notConnected(): XeroError {
  return new XeroError(
    403,
    problem("Forbidden", 403, "AuthenticationUnsuccessful"),
  );
}

function problem(Title: string, Status: number, Detail: string) {
  return {
    Type: null,
    Title,
    Status,
    Detail,
    Instance: randomUUID(),
    Extensions: {},
  };
}
