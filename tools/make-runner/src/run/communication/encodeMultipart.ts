import { MakeError } from "../MakeError";
import { queryText } from "./address";
import type { EncodedBody } from "./encodeBody";

interface FilePart {
  value: unknown;
  options?: { filename?: string; contentType?: string };
}

/** multipart/form-data; a file is `{ value, options: { filename } }`. */
export function encodeMultipart(body: unknown, boundary: string): EncodedBody {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new MakeError(
      "InvalidConfigurationError",
      "A multipart body must be a collection.",
    );
  }
  const parts = Object.entries(body).flatMap(
    ([name, value]: [string, unknown]) =>
      (Array.isArray(value) ? value : [value]).map((one) =>
        encodePart(name, one, boundary),
      ),
  );
  return {
    body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
    contentType: `multipart/form-data; boundary=${boundary}`,
  };
}

function encodePart(name: string, value: unknown, boundary: string): Buffer {
  const { value: content, options = {} } = isFile(value) ? value : { value };
  const { filename, contentType } = options;
  const head = [
    `--${boundary}`,
    `Content-Disposition: form-data; name="${quoted(name)}"` +
      (filename ? `; filename="${quoted(filename)}"` : ""),
    ...(filename || contentType
      ? [`Content-Type: ${contentType ?? "application/octet-stream"}`]
      : []),
  ];
  return Buffer.concat([
    Buffer.from(`${head.join("\r\n")}\r\n\r\n`),
    content instanceof Uint8Array
      ? content
      : Buffer.from(queryText(name, content)),
    Buffer.from("\r\n"),
  ]);
}

function isFile(value: unknown): value is FilePart {
  return (
    typeof value === "object" &&
    value !== null &&
    !(value instanceof Uint8Array) &&
    "value" in value
  );
}

const quoted = (text: string): string =>
  text.replace(/["\r\n]/g, (sign) => encodeURIComponent(sign));
