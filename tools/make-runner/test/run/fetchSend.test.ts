import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fetchSend } from "../../src/run/transport/fetchSend";
import { rewriteTo } from "../../src/run/transport/rewrite";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(
  answer: (
    request: IncomingMessage,
  ) => [number, Record<string, string>] | undefined,
): Promise<{ url: string; seen: IncomingMessage[] }> {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    seen.push(request);
    const given = answer(request);
    if (given) response.writeHead(...given).end("ok");
  });
  servers.push(server);
  await new Promise<void>((listening) =>
    server.listen(0, "127.0.0.1", listening),
  );
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, seen };
}

const get = (url: string) => ({
  method: "GET",
  url,
  headers: { Authorization: "Bearer t", "X-Own": "1" },
});

test("a vendor is answered by a local server", async () => {
  const { url, seen } = await serve(() => [200, { "x-a": "1" }]);
  const send = fetchSend({ "https://api.test/v1": `${url}/mock` });
  const answer = await send(get("https://api.test/v1/things?a=1"));
  expect(answer).toMatchObject({ status: 200, headers: { "x-a": "1" } });
  expect(Buffer.from(answer.body).toString()).toBe("ok");
  expect(seen[0]?.url).toBe("/mock/things?a=1");
});

test("rewrites go to this machine only, and match whole hosts", () => {
  expect(() => rewriteTo({ "https://a.test": "http://b.test" })).toThrow(
    "not on this machine",
  );
  expect(() =>
    rewriteTo({ "https://a.test": "http://127.0.0.1.evil.test" }),
  ).toThrow("not on this machine");
  const address = rewriteTo({ "https://a.test": "http://localhost:1/" });
  expect(address("https://a.test.evil/x")).toBe("https://a.test.evil/x");
  expect(address("https://a.test?x")).toBe("http://localhost:1?x");
});

test("redirects are followed when asked, without Authorization to another host", async () => {
  const target = await serve(() => [200, {}]);
  const first = await serve(({ url }) =>
    url === "/away"
      ? [302, { location: `${target.url}/landed` }]
      : url === "/here"
        ? [302, { location: "/there" }]
        : [200, {}],
  );
  const send = fetchSend();
  expect((await send(get(`${first.url}/away`))).status).toBe(302);
  const away = {
    ...get(`${first.url}/away`),
    followRedirects: "reads",
  } as const;
  expect((await send(away)).status).toBe(200);
  expect(target.seen[0]?.headers).toMatchObject({ "x-own": "1" });
  expect(target.seen[0]?.headers.authorization).toBeUndefined();
  await send({ ...away, url: `${first.url}/here` });
  expect(first.seen.at(-1)).toMatchObject({
    ...{ url: "/there", headers: { authorization: "Bearer t" } },
  });
});

test("silence and refusal are ConnectionErrors without the query", async () => {
  const { url } = await serve(() => undefined);
  const send = fetchSend();
  await expect(
    send({ ...get(`${url}/x?token=s3cr3t`), timeout: 50 }),
  ).rejects.toMatchObject({
    type: "ConnectionError",
    message: `${new URL(url).host} did not answer in time.`,
  });
  await expect(send(get("http://127.0.0.1:1/x?token=s"))).rejects.toMatchObject(
    { message: "127.0.0.1:1 cannot be reached." },
  );
});
