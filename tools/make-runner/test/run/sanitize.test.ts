import { maskAt, parseSanitizePath } from "../../src/run/log/sanitize";
import type { LogEntry } from "../../src/run/log/logEntry";
import { jsonAnswer } from "../../src/run/transport/httpCall";
import { openSketch } from "./world";

const entry = {
  request: {
    headers: { Authorization: "a", "X-Api.Key": "b" },
    body: [{ token: 1 }, { token: 2 }],
  },
};

test.each([
  ["request.headers.authorization", { headers: { Authorization: "***" } }],
  ["Request.Headers.`x-api.key`", { headers: { "X-Api.Key": "***" } }],
  ["request.body.token", { body: [{ token: "***" }, { token: "***" }] }],
  ["request.body[2].token", { body: [{ token: 1 }, { token: "***" }] }],
  ["request.body", { body: "***" }],
  ["request.nothing.there", {}],
])("%s", (path, masked) => {
  expect(maskAt(entry, parseSanitizePath(path).keys)).toEqual({
    request: {
      headers: {
        ...entry.request.headers,
        ...("headers" in masked && masked.headers),
      },
      body: "body" in masked ? masked.body : entry.request.body,
    },
  });
});

async function logged(sanitize: string[] | undefined) {
  const entries: LogEntry[] = [];
  const { app } = openSketch(
    {
      modules: {
        act: {
          params: "rpc://any",
          api: {
            ...{ url: "/x?a=1", method: "POST", type: "text", qs: { b: 2 } },
            body: "<key>{{parameters.key}}</key>",
            ...(sanitize && { log: { sanitize } }),
          },
        },
      },
    },
    [jsonAnswer({ answer: 1 })],
    { log: (one) => entries.push(one) },
  );
  await app.runModule("act", { key: "k-123" });
  return entries;
}

test("a value is masked within a text", async () => {
  expect(await logged(["request.body<parameters.key>"])).toEqual([
    {
      component: "module act",
      request: {
        ...{ method: "POST", url: "https://api.test/x", qs: { b: 2 } },
        headers: { "Content-Type": "text/plain" },
        body: "<key>***</key>",
      },
      response: {
        statusCode: 200,
        headers: { "content-type": "application/json" },
        body: { answer: 1 },
      },
      leaks: [],
    },
  ]);
});

test("without a directive nothing is logged", async () => {
  expect(await logged(undefined)).toEqual([]);
});
