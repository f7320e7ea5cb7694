import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createFetchSend } from "../src/fetchSend";

const tokens = { hubspot: "hubspot-key", xero: "xero-token" };
const servers: Server[] = [];

/** A server on this machine that redirects to `target`, or answers 200 without one, and counts its calls. */
async function startServer(status: number, target?: string) {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(request.headers.authorization ?? "");
    response.writeHead(status, target ? { Location: target } : {}).end("{}");
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, seen };
}

afterEach(async () => {
  await Promise.all(
    servers
      .splice(0)
      .map((server) => new Promise((done) => server.close(done))),
  );
});

describe.each(["hubspot", "xero"] as const)("%s", (vendor) => {
  it.each([301, 302, 303, 307, 308])(
    "a redirect (%i) to another host is handed back, and that host is never called",
    async (status) => {
      const other = await startServer(200);
      const first = await startServer(status, `${other.url}/stolen`);
      const send = createFetchSend(
        { hubspot: first.url, xero: first.url },
        tokens,
      );
      const response = await send({ vendor, method: "GET", path: "/anything" });
      expect(response.status).toBe(status);
      expect(first.seen).toEqual([`Bearer ${tokens[vendor]}`]);
      expect(other.seen).toEqual([]);
    },
  );
});
