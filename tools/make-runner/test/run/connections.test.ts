import { reviveConnection } from "../../src/run/connection/connection";
import type { LogEntry } from "../../src/run/log/logEntry";
import { jsonAnswer } from "../../src/run/transport/httpCall";
import { noon, openSketch, type Sketch } from "./world";

const minutes = (count: number) => new Date(noon.getTime() + count * 60_000);

const oauth: Sketch = {
  base: {
    baseUrl: "{{connection.apiBase}}",
    headers: { authorization: "Bearer {{connection.accessToken}}" },
    log: { sanitize: ["request.headers.authorization"] },
  },
  connections: {
    acme: {
      oauth: true,
      common: { clientId: "client-1", clientSecret: "client-secret-1" },
      api: {
        authorize: {
          temp: { verifier: "{{uuid}}" },
          url: "https://login.test/authorize",
          qs: {
            client_id: "{{common.clientId}}",
            scope: "{{join(oauth.scope, ' ')}}",
            redirect_uri: "{{oauth.localRedirectUri}}",
          },
          response: { temp: { code: "{{query.code}}" } },
        },
        token: {
          url: "https://login.test/token",
          method: "POST",
          type: "urlencoded",
          body: {
            code: "{{temp.code}}",
            code_verifier: "{{temp.verifier}}",
            client_secret: "{{common.clientSecret}}",
          },
          response: {
            data: {
              accessToken: "{{body.access}}",
              refreshToken: "{{body.refresh}}",
              apiBase: "https://api.test",
              expires: "{{addSeconds(now, body.expires_in)}}",
            },
            expires: "{{addDays(now, 60)}}",
          },
          log: {
            sanitize: [
              "request.body.code",
              "request.body.client_secret",
              "response.body.access",
              "response.body.refresh",
            ],
          },
        },
        info: {
          url: "https://api.test/me",
          headers: { authorization: "Bearer {{connection.accessToken}}" },
          response: {
            uid: "{{body.id}}",
            metadata: { type: "text", value: "{{body.name}}" },
          },
        },
        refresh: {
          condition: "{{data.expires < addMinutes(now, 15)}}",
          url: "https://login.test/token",
          method: "POST",
          type: "urlencoded",
          body: { refresh_token: "{{data.refreshToken}}" },
          response: {
            data: {
              accessToken: "{{body.access}}",
              refreshToken: "{{body.refresh}}",
              expires: "{{addSeconds(now, body.expires_in)}}",
            },
            error: { message: "No refresh: {{body.error}}" },
          },
          log: {
            sanitize: [
              "request.body.refresh_token",
              "response.body.access",
              "response.body.refresh",
            ],
          },
        },
        invalidate: {
          url: "https://login.test/revoke",
          method: "POST",
          body: { token: "{{connection.refreshToken}}" },
        },
      },
    },
  },
  modules: {
    get: {
      connection: "acme",
      scope: ["things.read"],
      api: { url: "/things", response: { error: "Bad: {{body.error}}" } },
    },
  },
};

const tokens = (number: number, expires_in = 1800) =>
  jsonAnswer({
    access: `access-token-${number}`,
    refresh: `refresh-token-${number}`,
    expires_in,
  });

async function signedIn(answers: ReturnType<typeof jsonAnswer>[] = []) {
  const entries: LogEntry[] = [];
  const clock = { now: noon };
  const world = openSketch(
    oauth,
    [tokens(1), jsonAnswer({ id: 7, name: "Acme Ltd" }), ...answers],
    { log: (entry) => entries.push(entry), now: () => clock.now },
  );
  const { url, complete } = await world.app.authorize("acme", {});
  const connection = await complete({ code: "code-1", state: "uuid-1" });
  return { ...world, url, connection, entries, clock };
}

test("consent, token and account make a connection", async () => {
  const { url, connection, calls } = await signedIn();
  expect(url).toBe(
    "https://login.test/authorize?client_id=client-1&scope=things.read" +
      "&redirect_uri=https%3A%2F%2Fwww.make.com%2Foauth%2Fcb%2Fapp&state=uuid-1",
  );
  expect(calls).toEqual([
    {
      method: "POST",
      url: "https://login.test/token",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: "code=code-1&code_verifier=uuid-1&client_secret=client-secret-1",
    },
    {
      method: "GET",
      url: "https://api.test/me",
      headers: { Authorization: "Bearer access-token-1" },
    },
  ]);
  expect(connection).toEqual({
    type: "acme",
    parameters: {},
    data: {
      accessToken: "access-token-1",
      refreshToken: "refresh-token-1",
      apiBase: "https://api.test",
      expires: minutes(30),
    },
    uid: 7,
    metadata: { type: "text", value: "Acme Ltd" },
    expires: minutes(60 * 24 * 60),
  });
});

test("a redirect of another sign-in is refused", async () => {
  const { app } = openSketch(oauth);
  const { complete } = await app.authorize("acme", {});
  await expect(complete({ code: "c", state: "x" })).rejects.toThrow("state");
});

test("a module refreshes first, once for two runs at a time, and keeps the rotated token", async () => {
  const things = jsonAnswer({ ok: true });
  const { app, connection, calls, clock } = await signedIn([
    ...[things, tokens(2), things, things, tokens(3)],
    jsonAnswer({ error: "gone" }, 500),
  ]);
  const run = () => app.runModule("get", {}, { connection });
  clock.now = minutes(14);
  await run();
  clock.now = minutes(16);
  await Promise.all([run(), run()]);
  expect(calls.slice(2).map(({ body, headers }) => body ?? headers)).toEqual([
    { Authorization: "Bearer access-token-1" },
    "refresh_token=refresh-token-1",
    { Authorization: "Bearer access-token-2" },
    { Authorization: "Bearer access-token-2" },
  ]);
  clock.now = minutes(40);
  await expect(run()).rejects.toThrow("Bad: gone");
  expect(connection.data).toEqual({
    accessToken: "access-token-3",
    refreshToken: "refresh-token-3",
    apiBase: "https://api.test",
    expires: minutes(70),
  });
});

test("a connection that expired must be made anew", async () => {
  const { app, connection, clock } = await signedIn();
  clock.now = minutes(60 * 24 * 61);
  await expect(app.runModule("get", {}, { connection })).rejects.toMatchObject({
    type: "InvalidAccessTokenError",
  });
});

test("dates are dates again when a connection is read from JSON", async () => {
  const { connection } = await signedIn();
  const stored = JSON.parse(JSON.stringify(connection)) as typeof connection;
  expect(reviveConnection(stored)).toEqual(connection);
});

test("no token is in any log entry or error", async () => {
  const echo = jsonAnswer({ error: "token access-token-1 is bad" }, 401);
  const { app, connection, entries } = await signedIn([
    echo,
    jsonAnswer({ error: "refresh-token-1 was used" }, 400),
    jsonAnswer({}),
  ]);
  const failure = (job: Promise<unknown>) =>
    job.then(
      () => "",
      (error: Error) => `${error.message} ${error.stack}`,
    );
  const messages = [
    await failure(app.runModule("get", {}, { connection })),
    await failure(app.refresh(connection, { force: true })),
  ];
  await app.invalidate(connection);
  expect(messages[0]).toContain("Bad: token *** is bad");
  expect(messages[1]).toContain("No refresh: *** was used");
  const shown = JSON.stringify([entries, messages]);
  for (const secret of ["access-token", "refresh-token", "client-secret-1"])
    expect(shown).not.toContain(secret);
  expect(shown).not.toContain("code-1");
  expect(
    entries.map(({ component, request, leaks }) => [
      ...[component, request.url, leaks],
    ]),
  ).toEqual([
    ["connection acme", "https://login.test/token", []],
    ["connection acme", "https://api.test/me", []],
    ["module get", "https://api.test/things", ["response.body.error"]],
    ["connection acme", "https://login.test/token", ["response.body.error"]],
    ["connection acme", "https://login.test/revoke", ["request.body.token"]],
  ]);
});

describe("a basic connection", () => {
  const sketch: Sketch = {
    connections: {
      key: {
        params: [{ name: "apiKey", type: "password", required: true }],
        api: {
          url: "https://api.test/me",
          headers: { "x-key": "{{parameters.apiKey}}" },
          response: {
            valid: "{{body.ok}}",
            data: { region: "{{body.region}}" },
            error: { message: "Bad key", type: "InvalidAccessTokenError" },
          },
        },
      },
    },
    modules: {
      get: { api: { url: "/", headers: { k: "{{connection.apiKey}}" } } },
    },
  };

  test("checks the key and stores data", async () => {
    const { app, calls } = openSketch(sketch, [
      jsonAnswer({ ok: true, region: "eu" }),
      jsonAnswer({}),
    ]);
    const connection = await app.connect("key", { apiKey: "k-1" });
    expect(connection).toEqual({
      ...{ type: "key", parameters: { apiKey: "k-1" }, data: { region: "eu" } },
    });
    await app.runModule("get", {}, { connection });
    expect(calls.map(({ headers }) => headers)).toEqual([
      { "X-Key": "k-1" },
      { K: "k-1" },
    ]);
  });

  test("fails with the app's words", async () => {
    const { app } = openSketch(sketch, [jsonAnswer({ ok: false })]);
    await expect(app.connect("key", { apiKey: "k" })).rejects.toMatchObject({
      type: "InvalidAccessTokenError",
      message: "Bad key",
    });
    await expect(app.connect("key", {})).rejects.toThrow('"apiKey" is missing');
  });
});

test("an RPC fills a select, and its answer is checked", async () => {
  const { app } = openSketch(
    {
      rpcs: {
        good: {
          api: {
            url: "/o",
            qs: { of: "{{parameters.parent}}" },
            response: {
              iterate: "{{body}}",
              output: { label: "{{item.n}}", value: "{{item.i}}" },
            },
          },
        },
        bad: { api: { url: "/o", response: { output: "{{body}}" } } },
      },
    },
    [jsonAnswer([{ n: "A", i: 1 }]), jsonAnswer([{ label: "x" }])],
  );
  expect(await app.runOptions("good", { parent: 5 })).toEqual([
    { label: "A", value: 1 },
  ]);
  await expect(app.runOptions("bad", {})).rejects.toThrow(
    'RPC "bad": option 1 has no label or no value.',
  );
});
