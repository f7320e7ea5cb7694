/** One HTTP request, ready to be sent. Keys that say the default are absent. */
export interface HttpCall {
  method: string;
  /** With the query in it. */
  url: string;
  /** Names in Title-Case. */
  headers: Record<string, string>;
  body?: string | Uint8Array;
  /** Milliseconds; 40 seconds where absent. */
  timeout?: number;
  /** Which requests follow a redirect; none where absent. */
  followRedirects?: "reads" | "all";
}

export interface HttpAnswer {
  status: number;
  headers: Record<string, string | string[]>;
  body: string | Uint8Array;
}

/** Whatever carries a request: the network, a local server, a stub. */
export type Send = (call: HttpCall) => Promise<HttpAnswer>;

/** A JSON answer, as stubs give it. */
export function jsonAnswer(
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): HttpAnswer {
  return {
    status,
    headers: { "content-type": "application/json", ...headers },
    body: body === undefined ? "" : JSON.stringify(body),
  };
}
