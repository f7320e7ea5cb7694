import { MakeError, unsupported } from "../MakeError";
import { encodePart, queryText } from "./address";
import { encodeMultipart } from "./encodeMultipart";

export interface EncodedBody {
  body: string | Uint8Array;
  /** What the header says unless the communication says it. */
  contentType: string | undefined;
}

/** The body as it goes over the wire; a body that came out undefined or null is none. */
export function encodeBody(
  body: unknown,
  type: string,
  uuid: () => string,
): EncodedBody | undefined {
  if (body === undefined || body === null) return undefined;
  switch (type) {
    case "json":
      return { body: JSON.stringify(body), contentType: "application/json" };
    case "urlencoded":
      return {
        body: typeof body === "string" ? body : form(body),
        contentType: "application/x-www-form-urlencoded",
      };
    case "multipart":
    case "multipart/form-data":
      return encodeMultipart(body, `make-runner-${uuid()}`);
    case "text":
    case "string":
      return { body: asText(body), contentType: "text/plain" };
    case "raw":
    case "binary":
      return {
        body: body instanceof Uint8Array ? body : asText(body),
        contentType: undefined,
      };
    default:
      throw unsupported(`A request of type "${type}"`);
  }
}

function form(body: unknown): string {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new MakeError(
      "InvalidConfigurationError",
      "A urlencoded body must be a collection.",
    );
  }
  return Object.entries(body)
    .flatMap(([name, value]: [string, unknown]) =>
      (Array.isArray(value) ? value : [value]).map(
        (one) => `${encodePart(name)}=${encodePart(queryText(name, one))}`,
      ),
    )
    .join("&");
}

function asText(body: unknown): string {
  if (body instanceof Uint8Array) return Buffer.from(body).toString("utf8");
  return typeof body === "object" ? JSON.stringify(body) : String(body);
}
