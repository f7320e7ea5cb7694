import { openTenant, send } from "./tenant";

const headersOf = (headers: Headers) =>
  [
    "x-daylimit-remaining",
    "x-minlimit-remaining",
    "x-appminlimit-remaining",
  ].map((name) => headers.get(name));

test("every answer says what is left", async () => {
  const tenant = openTenant();
  const first = await tenant.call("GET", "/Organisation");
  expect(headersOf(first.headers)).toEqual(["4999", "59", "9999"]);
  const missing = await tenant.call("GET", "/Nothing");
  expect(headersOf(missing.headers)).toEqual(["4998", "58", "9998"]);
  const connections = await send(
    tenant.xero,
    "GET",
    "/connections",
    undefined,
    {
      authorization: `Bearer ${tenant.token}`,
    },
  );
  expect(headersOf(connections.headers)).toEqual([null, null, "9997"]);
});

test("the 61st call of a minute is refused until the minute is over", async () => {
  const tenant = openTenant();
  for (let call = 0; call < 60; call += 1)
    await tenant.call("GET", "/Organisation");
  tenant.clock.advance(20_000);
  const refused = await tenant.call("GET", "/Organisation");
  expect(refused.status).toBe(429);
  expect(refused.headers.get("x-rate-limit-problem")).toBe("minute");
  expect(refused.headers.get("retry-after")).toBe("40");
  expect(refused.headers.get("x-minlimit-remaining")).toBe("0");
  tenant.clock.advance(40_000);
  expect((await tenant.call("GET", "/Organisation")).status).toBe(200);
});

test("the day's calls are counted over 24 hours from the first", async () => {
  const tenant = openTenant({ limits: { perDay: 2 } });
  await tenant.call("GET", "/Organisation");
  tenant.clock.advance(10 * 60_000);
  await tenant.call("GET", "/Organisation");
  const refused = await tenant.call("GET", "/Organisation");
  expect(refused.headers.get("x-rate-limit-problem")).toBe("day");
  expect(refused.headers.get("retry-after")).toBe("85800");
});

test("the sixth call at once is refused", async () => {
  const tenant = openTenant({ limits: { latencyMs: 20 } });
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => tenant.call("GET", "/Organisation")),
  );
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(1);
  expect(refused[0]!.headers.get("x-rate-limit-problem")).toBe("concurrent");
  expect(refused[0]!.headers.get("retry-after")).toBeNull();
  expect((await tenant.call("GET", "/Organisation")).status).toBe(200);
});

test("without enforcement calls are only counted", async () => {
  const tenant = openTenant({ limits: { enforce: false, perMinute: 1 } });
  await tenant.call("GET", "/Organisation");
  const second = await tenant.call("GET", "/Organisation");
  expect(second.status).toBe(200);
  expect(second.headers.get("x-minlimit-remaining")).toBe("0");
});

test("a refused token costs no call", async () => {
  const tenant = openTenant();
  await tenant.call("GET", "/Organisation", undefined, { authorization: "" });
  const answer = await tenant.call("GET", "/Organisation");
  expect(answer.headers.get("x-minlimit-remaining")).toBe("59");
});
