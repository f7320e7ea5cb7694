import { MakeError } from "../MakeError";
import { limits } from "../limits";
import type { HttpAnswer, HttpCall, Send } from "./httpCall";
import { rewriteTo, type Rewrites } from "./rewrite";

const maximalRedirects = 10;

/**
 * Sends over Node's own fetch.
 * @param rewrite vendor addresses that are answered by a local server instead
 */
export function fetchSend(rewrite: Rewrites = {}): Send {
  const addressOf = rewriteTo(rewrite);
  return async (call) => {
    const signal = AbortSignal.timeout(call.timeout ?? limits.callMilliseconds);
    let step = call;
    for (let redirects = 0; ; redirects++) {
      const answer = await once(step, addressOf(step.url), signal);
      const next = redirected(step, answer);
      if (!next) return answer;
      if (redirects === maximalRedirects) {
        throw new MakeError(
          "ConnectionError",
          `${hostOf(call.url)} redirected more than ${maximalRedirects} times.`,
        );
      }
      step = next;
    }
  };
}

async function once(
  { method, headers, body, url }: HttpCall,
  address: string,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  try {
    const response = await fetch(address, {
      method,
      headers,
      body: body as string | Uint8Array<ArrayBuffer> | undefined,
      signal,
      redirect: "manual",
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: new Uint8Array(await response.arrayBuffer()),
    };
  } catch {
    // The query and the headers can hold a token: neither is told.
    throw new MakeError(
      "ConnectionError",
      signal.aborted
        ? `${hostOf(url)} did not answer in time.`
        : `${hostOf(url)} cannot be reached.`,
    );
  }
}

/** The call that a redirect asks for, where the call wants redirects followed. */
function redirected(call: HttpCall, answer: HttpAnswer): HttpCall | undefined {
  const { followRedirects, method } = call;
  const location = answer.headers["location"];
  if (!followRedirects || ![301, 302, 303, 307, 308].includes(answer.status))
    return undefined;
  if (typeof location !== "string") return undefined;
  const isRead = method === "GET" || method === "HEAD";
  if (followRedirects === "reads" && !isRead) return undefined;
  const url = new URL(location, call.url);
  const keeps = isRead || answer.status === 307 || answer.status === 308;
  const sameOrigin = url.origin === new URL(call.url).origin;
  return {
    ...call,
    url: url.href,
    method: keeps ? method : "GET",
    body: keeps ? call.body : undefined,
    headers: sameOrigin ? call.headers : withoutCredentials(call.headers),
  };
}

function withoutCredentials(
  headers: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) =>
        !["authorization", "cookie", "proxy-authorization"].includes(
          name.toLowerCase(),
        ),
    ),
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : "The address";
}
