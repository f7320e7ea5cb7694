import type { PaginationDirectives, RequestDirectives } from "./directives";

/** A request with what it inherits; headers and query strings stay in layers, the outermost first. */
export type MergedRequest = Omit<RequestDirectives, "headers" | "qs"> & {
  headers: unknown[];
  qs: unknown[];
  /** Whether `response.valid` is the request's own. */
  ownValid: boolean;
};

/** Lays a request over the base: a directive that is present overrides, headers and query merge by key. */
export function inherit(
  base: RequestDirectives,
  own: RequestDirectives,
): MergedRequest {
  return {
    ...base,
    ...own,
    headers: [base.headers, own.headers],
    qs: [base.qs, own.qs],
    response: { ...base.response, ...own.response },
    log: mergeLogs(base.log, own.log),
    ownValid: own.response?.valid !== undefined,
  };
}

function mergeLogs(
  base: RequestDirectives["log"],
  own: RequestDirectives["log"],
): RequestDirectives["log"] {
  if (!base?.sanitize && !own?.sanitize) return undefined;
  return { sanitize: [...(base?.sanitize ?? []), ...(own?.sanitize ?? [])] };
}

/** The request for a further page. */
export function inheritPage(
  base: RequestDirectives,
  parent: MergedRequest,
  pagination: PaginationDirectives,
): MergedRequest {
  const { mergeWithParent = true, url, method, headers, qs, body } = pagination;
  if (mergeWithParent) {
    return {
      ...parent,
      url: url ?? parent.url,
      method: method ?? parent.method,
      body: body === undefined ? parent.body : body,
      headers: [...parent.headers, headers],
      qs: [...parent.qs, qs],
    };
  }
  return {
    ...parent,
    ...{ url, method: method ?? base.method, body: body ?? base.body },
    headers: [base.headers, headers],
    qs: [base.qs, qs],
  };
}
