import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import type { XeroError } from "./errors";
import type { Pagination } from "./listing";
import type { XeroEnv } from "./books";
import { toXml } from "./xml";

/** Every accounting answer, of one resource as of many, is a list inside this envelope. */
export function answer(
  c: Context<XeroEnv>,
  collection: string,
  elements: readonly object[],
  pagination?: Pagination,
): Response {
  const now = c.get("books").now().getTime();
  return render(c, 200, "Response", {
    Id: randomUUID(),
    Status: "OK",
    ProviderName: "Local sandbox",
    DateTimeUTC: `/Date(${now})/`,
    pagination,
    [collection]: elements,
  });
}

/** The few answers that come without an envelope. */
export function answerBare(
  c: Context,
  xmlName: string,
  content: object,
): Response {
  return render(c, 200, xmlName, content);
}

export function answerError(c: Context, error: XeroError): Response {
  Object.entries(error.headers).forEach(([name, value]) =>
    c.header(name, value),
  );
  if (typeof error.body === "string") return c.text(error.body, error.status);
  // Refused credentials are answered in JSON whatever the client accepts.
  return error.status === 400
    ? render(c, error.status, "ApiException", error.body)
    : c.json(error.body, error.status);
}

function render(
  c: Context,
  status: 200 | 400,
  xmlName: string,
  content: object,
): Response {
  if (!c.req.header("accept")?.includes("application/json"))
    return c.body(toXml(xmlName, content), status, {
      "content-type": "text/xml; charset=utf-8",
    });
  return c.body(escapeDates(JSON.stringify(content)), status, {
    "content-type": "application/json; charset=utf-8",
  });
}

/** Xero escapes the slashes of `/Date(...)/` in its JSON text. */
function escapeDates(json: string): string {
  return json.replace(/"\/(Date\([-+\d]+\))\/"/g, '"\\/$1\\/"');
}
