import { ConnectorError } from "../../src/error/connectorError";
import { sendOrFail, type HttpRequest } from "../../src/transport/send";
import { definedOnly } from "../../src/transport/definedOnly";

const request: HttpRequest = { vendor: "xero", method: "PUT", path: "/x" };
const failing = (error: unknown) =>
  sendOrFail(() => Promise.reject(error), request, "Xero").catch(
    (thrown: unknown) => thrown,
  );
const coded = (code: string) => Object.assign(new Error(code), { code });
const typed = (type: string) => Object.assign(new Error("lost"), { type });
const named = (name: string) => Object.assign(new Error("lost"), { name });

it.each([
  ["a reset socket", coded("ECONNRESET")],
  ["a name that does not resolve", coded("ENOTFOUND")],
  ["a time-out of node-fetch", typed("request-timeout")],
  ["a body that stalls in node-fetch", typed("body-timeout")],
  ["a fetch that could not connect", new TypeError("fetch failed")],
  ["a socket that hangs up", new Error("socket hang up")],
  ["an aborted request", named("AbortError")],
  ["a time-out of AbortSignal", named("TimeoutError")],
  // What Node's own fetch throws when the connection breaks in the middle of the body.
  [
    "a body that breaks off",
    new TypeError("terminated", { cause: coded("UND_ERR_SOCKET") }),
  ],
])("%s leaves open whether the request was carried out", async (_, cause) => {
  const error = await failing(cause);
  expect(error).toBeInstanceOf(ConnectorError);
  expect(error).toMatchObject({ kind: "server", vendor: "xero", cause });
  expect((error as Error).message).toBe(
    "Xero did not answer in time or the connection broke. Run this step again: nothing is made twice.",
  );
});

it.each([
  ["an error of the connector", new ConnectorError("auth", "Reconnect.")],
  ["a mistake in the program", new TypeError("x is not a function")],
  ["something that is no error", "stop"],
])("%s passes as it is", async (_, thrown) => {
  expect(await failing(thrown)).toBe(thrown);
});

it("any status is an answer, not an error", async () => {
  const response = { status: 500, headers: {}, body: "down" };
  expect(await sendOrFail(async () => response, request, "Xero")).toBe(
    response,
  );
});

it("only undefined values are left out", () => {
  expect(
    Object.entries(definedOnly({ a: undefined, b: null, c: 0, d: "" })),
  ).toEqual([
    ["b", null],
    ["c", 0],
    ["d", ""],
  ]);
});
