import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const tree = join(__dirname, "../trees/small");
const program = join(__dirname, "../../bin/make-runner.mjs");
let server: Server;
let address: string;
let folder: string;
const seen: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "make-runner-"));
  server = createServer((request, response) => {
    seen.push(
      `${request.method} ${request.url} ${request.headers.authorization ?? ""}`,
    );
    const body =
      request.url === "/token"
        ? { access: "access-2", refresh: "refresh-2" }
        : [3, 2, 1].map((id) => ({ id, name: `thing ${id}` }));
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((listening) =>
    server.listen(0, "127.0.0.1", listening),
  );
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const run = (...args: string[]) =>
  new Promise<{ code: number; out: string; errors: string }>((ended) => {
    execFile(process.execPath, [program, ...args], (error, out, errors) =>
      ended({ code: Number(error?.code ?? 0), out, errors }),
    );
  });

const file = (name: string, value?: unknown) => {
  const path = join(folder, name);
  if (value !== undefined) writeFileSync(path, JSON.stringify(value));
  return path;
};
const stored = (path: string) => JSON.parse(readFileSync(path, "utf8"));

test("lists modules and runs function tests", async () => {
  expect(await run(tree, "modules")).toMatchObject({
    ...{ code: 0, out: "trigger         watchThings  Watch things\n" },
  });
  expect(await run(tree, "test")).toMatchObject({
    ...{ code: 0, out: "ok   shout: shouts\n1 passed, 0 failed\n" },
  });
});

test("runs a trigger twice: the state and the rotated token are kept in their files", async () => {
  const connection = file("connection.json", {
    type: "acme",
    parameters: {},
    data: {
      accessToken: "access-1",
      refreshToken: "refresh-1",
      expires: "2026-01-01T00:00:00.000Z",
    },
  });
  const state = file("state.json");
  const args = [
    ...[tree, "run", "watchThings", "--connection", connection],
    ...["--state", state, "--params", file("params.json", { limit: 2 })],
    ...["--rewrite", `api.acme.test=${address}`, "--log"],
    ...["--rewrite", `https://login.acme.test=${address}`],
  ];
  const first = await run(...args);
  expect(JSON.parse(first.out)).toMatchObject({
    bundles: [
      { id: 1, name: "THING 1!" },
      { id: 2, name: "THING 2!" },
    ],
    state: { lastId: 2 },
  });
  expect(first.errors).toContain('"Authorization":"***"');
  expect(first.out + first.errors).not.toMatch(/(access|refresh)-\d/);
  expect(stored(connection).data).toMatchObject({ refreshToken: "refresh-2" });
  const second = await run(...args);
  expect(JSON.parse(second.out).bundles).toEqual([{ id: 3, name: "THING 3!" }]);
  expect(stored(state)).toEqual({ lastId: 3 });
  expect(seen).toEqual([
    "POST /token ",
    "GET /things Bearer access-2",
    "GET /things Bearer access-2",
  ]);
});

test("tells what is wrong in a line", async () => {
  expect(await run(tree, "run", "nothing")).toEqual({
    code: 1,
    out: "",
    errors: 'InvalidConfigurationError: The app has no module "nothing".\n',
  });
  const foreign = ["--rewrite", "api.acme.test=https://example.com"];
  expect(await run(tree, "rpc", "listThings", ...foreign)).toMatchObject({
    ...{ code: 1, errors: expect.stringContaining("not on this machine") },
  });
});
