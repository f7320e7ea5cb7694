import { serve, type HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { Hono } from "hono";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { Refusal } from "./standIn/refusal";
import { sdkRoutes } from "./standIn/routes";
import type { State } from "./standIn/state";

/** A UUIDv4, which the SDK sends as `Token`. */
export const KEY = "7d3f1c52-9a54-4c1e-8f0b-2b6f1d9e4a77";

/** A request as it came in. */
export interface Heard {
  method: string;
  path: string;
  contentType?: string;
  body?: unknown;
}

/** What goes wrong, once, at a request. */
export type Fault =
  | { kind: "limit" }
  | { kind: "refuse"; status: 400 | 401 | 403 | 500; detail: string }
  | { kind: "dropAfterWrite" };

const API = "/api/v2";

/** A local Make: as much of /api/v2/sdk/apps as a deployment needs, and its refusals. */
export async function startStandIn(state: State = { apps: [] }) {
  const heard: Heard[] = [];
  const faults = new Map<string, Fault>();
  const options = { checksums: true };
  const flight = { now: 0, peak: 0 };

  const hono = new Hono();
  const refusal = (error: unknown) =>
    error instanceof Refusal
      ? Response.json(
          { message: "Bad request", detail: error.message },
          { status: error.status },
        )
      : Response.json({ message: String(error) }, { status: 500 });
  hono.onError(refusal);
  hono.use(async (c, next) => {
    if (c.req.header("authorization") !== `Token ${KEY}`)
      return refusal(new Refusal(401, "Access denied."));
    return next();
  });
  hono.route(`${API}/sdk/apps`, sdkRoutes(state, options));

  const answer = async (request: Request, env: HttpBindings) => {
    const path = new URL(request.url).pathname.slice(API.length);
    heard.push(await record(request.clone(), path));
    const fault = faults.get(`${request.method} ${path}`);
    faults.delete(`${request.method} ${path}`);
    if (fault?.kind === "limit")
      return new Response("", { status: 429, headers: { "retry-after": "1" } });
    if (fault?.kind === "refuse")
      return refusal(new Refusal(fault.status, fault.detail));
    const response = await hono.fetch(request);
    if (fault?.kind !== "dropAfterWrite") return response;
    env.outgoing.destroy();
    return RESPONSE_ALREADY_SENT;
  };
  const server = serve({
    port: 0,
    hostname: "127.0.0.1",
    fetch: async (request, env) => {
      flight.peak = Math.max(flight.peak, ++flight.now);
      try {
        // Long enough for a third request to be seen beside two others.
        await pause(5);
        return await answer(request, env as HttpBindings);
      } finally {
        flight.now--;
      }
    },
  });
  await new Promise<void>((ready) => server.once("listening", () => ready()));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/api`,
    state,
    options,
    flight,
    /** Everything heard since the last time this was asked. */
    taken: () => heard.splice(0),
    /** Lets one request of this kind go wrong: "PUT /sdk/apps/shop/1/base". */
    fault: (call: string, fault: Fault) => void faults.set(call, fault),
    close: () =>
      new Promise<void>((closed) => {
        if ("closeAllConnections" in server) server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

export type StandIn = Awaited<ReturnType<typeof startStandIn>>;

async function record(request: Request, path: string): Promise<Heard> {
  const { method } = request;
  if (method === "GET") return { method, path };
  const contentType = request.headers.get("content-type") ?? undefined;
  const text = await request.text();
  const body: unknown = method === "PUT" ? text : JSON.parse(text);
  return { method, path, contentType, body };
}
