import { evaluateIn, type Engine, type Variables } from "../engine";
import { MakeError, unsupported } from "../MakeError";
import type { LogEntry } from "../log/logEntry";
import type { HttpCall } from "../transport/httpCall";
import { addressOf, withoutQuery, withQuery } from "./address";
import { encodeBody } from "./encodeBody";
import type { MergedRequest } from "./inherit";
import { mergeKeyed } from "./keyed";

export interface Composed {
  call: HttpCall;
  /** The same request as a log shows it before it is sanitised. */
  shown: LogEntry["request"];
}

/** Evaluates a request down to what goes over the wire. */
export function composeCall(
  engine: Engine,
  request: MergedRequest,
  variables: Variables,
): Composed {
  for (const key of ["aws", "oauth", "endpoint"] as const) {
    if (request[key] !== undefined) throw unsupported(`"${key}"`);
  }
  const evaluate = (value: unknown) => evaluateIn(engine, value, variables);
  const method = String(evaluate(request.method) || "GET").toUpperCase();
  const address = addressOf(
    text(evaluate(request.url), "url"),
    request.baseUrl && text(evaluate(request.baseUrl), "baseUrl"),
    evaluate(request.encodeUrl) !== false,
  );
  const qs = mergeKeyed(request.qs, evaluate, {
    name: "qs",
    ignoreCase: false,
  });
  const body = method === "GET" ? undefined : evaluate(request.body);
  const type = String(evaluate(request.type) || "json");
  const encoded = encodeBody(body, type, engine.uuid);
  const headers = headersOf(
    mergeKeyed(request.headers, evaluate, {
      name: "headers",
      ignoreCase: true,
    }),
    encoded?.contentType,
  );
  return {
    call: {
      method,
      url: withQuery(address, qs),
      headers,
      ...(encoded && { body: encoded.body }),
      ...(request.timeout && { timeout: request.timeout }),
      ...redirects(evaluate, request),
    },
    shown: { method, url: withoutQuery(address), qs, headers, body },
  };
}

function redirects(
  evaluate: (value: unknown) => unknown,
  { followRedirects, followAllRedirects }: MergedRequest,
): Pick<HttpCall, "followRedirects"> {
  if (evaluate(followAllRedirects)) return { followRedirects: "all" };
  return evaluate(followRedirects) ? { followRedirects: "reads" } : {};
}

function headersOf(
  values: Record<string, unknown>,
  contentType: string | undefined,
): Record<string, string> {
  const headers: Record<string, string> = contentType
    ? { "Content-Type": contentType }
    : {};
  for (const [name, value] of Object.entries(values)) {
    if (value === null) continue;
    headers[titleCased(name)] = Array.isArray(value)
      ? value.map(String).join(", ")
      : value instanceof Date
        ? value.toISOString()
        : String(value);
  }
  return headers;
}

const titleCased = (name: string): string =>
  name
    .toLowerCase()
    .replace(/(^|-)[a-z]/g, (start: string) => start.toUpperCase());

function text(value: unknown, name: string): string {
  if (typeof value === "string" && value) return value;
  throw new MakeError(
    "InvalidConfigurationError",
    `"${name}" comes out as ${value === "" ? "an empty text" : String(value)}.`,
  );
}
