import { jsonAnswer } from "../../src/run/transport/httpCall";
import { openSketch } from "./world";

const base = {
  baseUrl: "https://api.test/v1",
  headers: { authorization: "Bearer {{parameters.key}}", "x-a": "base" },
  qs: { from: "base" },
};

async function sent(api: unknown, given: Record<string, unknown> = {}) {
  const { app, calls } = openSketch(
    { base, modules: { act: { api, params: "rpc://any" } } },
    [jsonAnswer({})],
  );
  await app.runModule("act", { key: "k", ...given });
  return calls[0];
}

describe("a request", () => {
  test("merges headers in any case and the query by key", async () => {
    expect(
      await sent(
        {
          url: "/things/{{parameters.id}}",
          method: "POST",
          headers: { "X-A": "own", "xero-tenant-id": "t" },
          qs: { list: ["a b", "c&d"], none: "{{undefined}}", n: 1 },
          body: { "{{...}}": "{{parameters.fields}}", gone: "{{undefined}}" },
        },
        { id: 7, fields: { Name: "Bär" } },
      ),
    ).toEqual({
      method: "POST",
      url: "https://api.test/v1/things/7?from=base&list=a%20b&list=c%26d&n=1",
      headers: {
        Authorization: "Bearer k",
        "X-A": "own",
        "Xero-Tenant-Id": "t",
        "Content-Type": "application/json",
      },
      body: '{"Name":"Bär"}',
    });
  });

  test.each([
    [
      "urlencoded",
      { a: "1 2", b: ["x", "y"] },
      "a=1%202&b=x&b=y",
      "application/x-www-form-urlencoded",
    ],
    ["text", "{{'<a/>'}}", "<a/>", "text/plain"],
    ["json", "{{'text'}}", '"text"', "application/json"],
    ["raw", "plain", "plain", undefined],
  ])("of type %s", async (type, body, text, contentType) => {
    const call = await sent({ url: "/", method: "PUT", type, body });
    expect(call?.body).toBe(text);
    expect(call?.headers["Content-Type"]).toBe(contentType);
  });

  test("multipart carries files", async () => {
    const call = await sent(
      {
        url: "/",
        method: "POST",
        type: "multipart/form-data",
        body: {
          note: "n",
          file: {
            value: "{{parameters.data}}",
            options: { filename: "a.txt" },
          },
        },
      },
      { data: Buffer.from("abc") },
    );
    expect(Buffer.from(call?.body as Uint8Array).toString()).toBe(
      [
        "--make-runner-uuid-1",
        'Content-Disposition: form-data; name="note"',
        "",
        "n",
        "--make-runner-uuid-1",
        'Content-Disposition: form-data; name="file"; filename="a.txt"',
        "Content-Type: application/octet-stream",
        "",
        "abc",
        "--make-runner-uuid-1--",
        "",
      ].join("\r\n"),
    );
  });

  test("a body is ignored for GET, and null is none", async () => {
    expect(await sent({ url: "/", body: { a: 1 } })).not.toHaveProperty("body");
    expect(
      await sent({ url: "/", method: "POST", body: "{{null}}" }),
    ).not.toHaveProperty("body");
  });

  test("headers as one string replace the base's", async () => {
    const call = await sent(
      { url: "/", headers: "{{parameters.headers}}" },
      { headers: { only: "me" } },
    );
    expect(call?.headers).toEqual({ Only: "me" });
  });

  test("slashes collapse, a whole address stays, and the query replaces a name that the url has", async () => {
    const call = await sent({
      url: "https://other.test//a//b?from=url&x=1",
    });
    expect(call?.url).toBe("https://other.test/a/b?x=1&from=base");
  });

  test("a url that is no path is refused before anything is sent", async () => {
    await expect(sent({ url: "things" })).rejects.toMatchObject({
      type: "InvalidConfigurationError",
    });
  });

  test("temp comes first and is merged over several requests", async () => {
    const { app, calls } = openSketch(
      {
        modules: {
          act: {
            api: [
              {
                temp: { a: "1" },
                url: "/{{temp.a}}",
                response: { temp: { b: "{{body.b}}" }, output: null },
              },
              { condition: "{{false}}", url: "/never" },
              { temp: { c: "{{temp.a + temp.b}}" }, url: "/{{temp.c}}" },
              { response: { output: { all: "{{temp}}" } } },
            ],
          },
        },
      },
      [jsonAnswer({ b: "2" }), jsonAnswer({})],
    );
    const { bundles } = await app.runModule("act", {});
    expect(calls.map(({ url }) => url)).toEqual([
      "https://api.test/1",
      "https://api.test/12",
    ]);
    expect(bundles).toEqual([{ all: { a: "1", b: "2", c: "12" } }]);
  });

  test("a condition's default is the output of what it skips", async () => {
    const { app, calls } = openSketch({
      modules: {
        act: {
          api: {
            url: "/",
            condition: { condition: "{{false}}", default: { skipped: true } },
          },
        },
      },
    });
    expect((await app.runModule("act", {})).bundles).toEqual([
      { skipped: true },
    ]);
    expect(calls).toEqual([]);
  });

  test("repeats until temp says so", async () => {
    const waits: number[] = [];
    const { app } = openSketch(
      {
        modules: {
          act: {
            api: {
              url: "/job",
              repeat: {
                condition: "{{temp.s != 'done'}}",
                delay: 500,
                limit: 5,
              },
              response: { temp: { s: "{{body.s}}" } },
            },
          },
        },
      },
      ["new", "busy", "done"].map((s) => jsonAnswer({ s })),
      { sleep: async (milliseconds) => void waits.push(milliseconds) },
    );
    expect(await app.runModule("act", {})).toMatchObject({
      bundles: [{ s: "done" }],
      requests: 3,
    });
    expect(waits).toEqual([500, 500]);
  });
});
