import { XMLParser } from "fast-xml-parser";
import { MakeError } from "../MakeError";
import type { HttpAnswer } from "../transport/httpCall";

const xml = new XMLParser({ ignoreAttributes: false });

/** The body of an answer as `response.type` wants it; by its content type where it wants nothing. */
export function readBody(answer: HttpAnswer, type: unknown): unknown {
  const wanted = typeFor(answer.status, type);
  const kind = wanted === "automatic" ? kindOf(answer) : wanted;
  if (kind === "binary") return Buffer.from(answer.body);
  const text =
    typeof answer.body === "string"
      ? answer.body
      : Buffer.from(answer.body).toString("utf8");
  switch (kind) {
    case "json":
      return text.trim()
        ? parsed(() => JSON.parse(text), answer, text)
        : undefined;
    case "xml":
      return text.trim()
        ? parsed(() => xml.parse(text), answer, text)
        : undefined;
    case "urlencoded":
      return Object.fromEntries(new URLSearchParams(text));
    case "empty":
      return undefined;
    case "text":
    case "string":
    case "raw":
      return text;
    default:
      throw new MakeError(
        "InvalidConfigurationError",
        `"${kind}" is no type of a response.`,
      );
  }
}

/** A type can be one for all, or a map of statuses, ranges of them, and `*`. */
function typeFor(status: number, type: unknown): string {
  if (typeof type === "string" && type) return type;
  if (typeof type !== "object" || type === null) return "automatic";
  const entries = Object.entries(type);
  const exact = entries.find(([key]) => key === String(status));
  const ranged = entries.find(([key]) => {
    const [, from, to] = /^(\d{3})-(\d{3})$/.exec(key) ?? [];
    return from && to && status >= Number(from) && status <= Number(to);
  });
  const rest = entries.find(([key]) => key === "*");
  return String((exact ?? ranged ?? rest)?.[1] ?? "automatic");
}

function kindOf({ headers, body }: HttpAnswer): string {
  if (body.length === 0) return "empty";
  const found = Object.entries(headers).find(
    ([name]) => name.toLowerCase() === "content-type",
  );
  const mime =
    String(found?.[1] ?? "")
      .split(";", 1)[0]
      ?.trim() ?? "";
  if (/[/+]json$/i.test(mime)) return "json";
  if (/[/+]xml$/i.test(mime)) return "xml";
  if (/\/x-www-form-urlencoded$/i.test(mime)) return "urlencoded";
  return !mime || /^text\//i.test(mime) ? "text" : "binary";
}

/** A refusal keeps its status even when its body is not what it says it is. */
function parsed(
  parse: () => unknown,
  { status }: HttpAnswer,
  text: string,
): unknown {
  try {
    return parse();
  } catch {
    if (status >= 400) return text;
    throw new MakeError(
      "DataError",
      `The answer (status ${status}) cannot be parsed.`,
      status,
    );
  }
}
