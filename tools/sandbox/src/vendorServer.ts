import { serve } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { FaultAnswer, Faults } from "./faults";
import type { Meter, Vendor } from "./meter";

/** The connection broke before an answer arrived. */
export class ConnectionDropped extends Error {}

/** Answers one request in this process, as the network would: faults applied, calls counted. */
export type VendorFetch = (request: Request) => Promise<Response>;

export interface VendorServer {
  /** `http://127.0.0.1:<port>` */
  url: string;
  close(): Promise<void>;
}

export function createVendorFetch(
  vendor: Vendor,
  app: { fetch(request: Request): Response | Promise<Response> },
  { faults, meter }: { faults: Faults; meter: Meter },
): VendorFetch {
  return async (request) => {
    const { pathname, search } = new URL(request.url);
    const requestBody = await request.clone().arrayBuffer();
    const count = (status: number, responseBytes: number) =>
      meter.record({
        vendor,
        method: request.method,
        path: pathname,
        search,
        status,
        requestBytes: requestBody.byteLength,
        responseBytes,
      });
    const effect = faults.take({
      vendor,
      method: request.method,
      path: pathname,
    });
    if (effect?.kind === "dropBefore") {
      count(0, 0);
      throw new ConnectionDropped("Connection dropped.");
    }
    if (effect?.kind === "refuse") {
      count(effect.status, 0);
      return answer(effect);
    }
    const response = await app.fetch(request);
    const body = await response.arrayBuffer();
    switch (effect?.kind) {
      case "dropAfterCommit":
        count(0, 0);
        throw new ConnectionDropped("Connection dropped.");
      case "hang":
        count(0, 0);
        return new Promise(() => {});
      case "answerAfterCommit":
        count(effect.status, 0);
        return answer(effect);
    }
    const sent =
      effect?.kind === "malformed"
        ? body.slice(0, Math.floor(body.byteLength / 2))
        : body;
    count(response.status, sent.byteLength);
    return new Response(response.status === 204 ? null : sent, {
      status: response.status,
      headers: response.headers,
    });
  };
}

function answer(effect: FaultAnswer): Response {
  return new Response(effect.body ?? "", {
    status: effect.status,
    headers: effect.headers,
  });
}

/** Serves on loopback only. Port 0 takes a free one. */
export function listen(
  fetch: VendorFetch,
  port: number,
): Promise<VendorServer> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        hostname: "127.0.0.1",
        port,
        fetch: async (request, env) => {
          try {
            return await fetch(request);
          } catch (error) {
            if (!(error instanceof ConnectionDropped)) throw error;
            (env as { outgoing: ServerResponse }).outgoing.destroy();
            return RESPONSE_ALREADY_SENT;
          }
        },
      },
      (address: AddressInfo) =>
        resolve({
          url: `http://127.0.0.1:${address.port}`,
          close: () =>
            new Promise<void>((closed) => {
              if ("closeAllConnections" in server) server.closeAllConnections();
              server.close(() => closed());
            }),
        }),
    );
    server.on("error", reject);
  });
}
