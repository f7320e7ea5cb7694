import { ConnectorError, type ErrorKind } from "../error/connectorError";
import type { HttpResponse } from "../transport/send";

const LONGEST_TEXT = 500;
/** Xero's other windows are a minute long, so a longer wait is the day's, whatever the limit is called. */
const LONGEST_PAUSE_SECONDS = 3600;

/**
 * Reads Xero's answers that are not a success: validation trees, plain-text 404s, limit headers.
 * @param record what the request was about, as the user knows it: `the invoice for deal "Website"`
 */
export function readXeroError(
  response: HttpResponse,
  record: string,
): ConnectorError {
  const { status, headers, body } = response;
  const messages = validationMessages(body);
  const texts = messages.length ? messages : [plainText(body)];
  const vendorText = texts.join(" ").slice(0, LONGEST_TEXT);
  const fail = (kind: ErrorKind, message: string, more = {}) =>
    new ConnectorError(kind, message, {
      vendor: "xero",
      status,
      vendorText,
      ...more,
    });

  switch (status) {
    case 401:
      return /insuff/i.test(`${headers["www-authenticate"] ?? ""}${vendorText}`)
        ? fail("permission", missingScope(record))
        : fail(
            "auth",
            "Xero no longer accepts this connection. Reconnect it, and choose the same organisation.",
          );
    case 403:
      return /scope/i.test(`${headers["www-authenticate"] ?? ""}${vendorText}`)
        ? fail("permission", missingScope(record))
        : fail(
            "permission",
            "This connection has no access to the chosen Xero organisation. Choose another organisation in this step, or reconnect and allow this one.",
          );
    case 404:
      return fail(
        "notFound",
        `Xero cannot find ${record}. Check the ID and the organisation.`,
      );
    case 429:
      return limitReached(headers, fail);
    case 503:
      return fail(
        "server",
        `Xero or this organisation is offline for a while (503). Run this step again in a few minutes: nothing is made twice.`,
        { retryAfterSeconds: 300 },
      );
  }
  if (status >= 500) {
    return fail(
      "server",
      `Xero failed (${status}) on ${record}. Run this step again: nothing is made twice.`,
    );
  }
  if (/used with a different request/i.test(vendorText)) {
    return fail(
      "busy",
      `Another attempt at ${record} is less than 6 minutes old and has not settled yet. Run this step again in 6 minutes: nothing is made twice.`,
      { retryAfterSeconds: 360 },
    );
  }
  return fail("validation", explain(texts, record));
}

const INEFFICIENT = /not filtering .* efficiently/i;

/** What to do about the refusals that users meet most; Xero's own words follow. */
const ADVICE: [RegExp, string][] = [
  [
    /has been archived\. The contact must be un-archived/i,
    "Restore the contact in Xero (Contacts > Archived), then run this step again.",
  ],
  [
    /is already assigned to another contact/i,
    "Xero allows one active contact of a name: store its ID on the HubSpot record (property Xero contact ID), or match by company name.",
  ],
  [
    /Another contact has this contact number/i,
    "An archived Xero contact carries this customer's number: restore it in Xero, then run this step again.",
  ],
  [
    /not subscribed to currency/i,
    "Add the currency in Xero (Settings > Currencies), or change the deal's currency.",
  ],
  [
    /lock date/i,
    "The period is locked in Xero: choose a later date, or move the lock date.",
  ],
  [
    /limit of invoices you can approve/i,
    "The organisation's Xero plan allows no more approved invoices: create drafts, or upgrade the plan.",
  ],
  [
    /email address must be valid/i,
    "Correct the e-mail address in HubSpot; Xero accepts no umlauts in it.",
  ],
  [
    /not filtering contacts efficiently/i,
    "This organisation has too many contacts to search: store the Xero contact ID on the HubSpot record.",
  ],
  [
    INEFFICIENT,
    "This organisation has too many of them to search: map the ID instead, or give fewer records at once.",
  ],
];

/** Xero's HighVolumeException: the organisation has over 100,000 of the records, and the filter is none that it indexes. */
export const isInefficient = (error: unknown): boolean =>
  error instanceof ConnectorError && INEFFICIENT.test(error.vendorText ?? "");

function explain(texts: readonly string[], record: string): string {
  const words = texts.map(asSentence).join(" ").slice(0, LONGEST_TEXT);
  const advice = ADVICE.find(([pattern]) => pattern.test(words))?.[1];
  const refusal = `Xero refused ${record}: ${words || "no reason given."}`;
  return advice ? `${refusal} ${advice}` : refusal;
}

/** Many of Xero's messages end without a full stop. */
function asSentence(text: string): string {
  return /[^.!?]$/.test(text) ? `${text}.` : text;
}

function missingScope(record: string): string {
  return `Xero refused access to ${record}: the connection lacks a permission. Reconnect it and allow all that is asked for.`;
}

function limitReached(
  headers: HttpResponse["headers"],
  fail: (kind: ErrorKind, message: string, more: object) => ConnectorError,
): ConnectorError {
  const retryAfterSeconds = Number(headers["retry-after"]) || undefined;
  const isDay =
    /day/i.test(headers["x-rate-limit-problem"] ?? "") ||
    (retryAfterSeconds ?? 0) > LONGEST_PAUSE_SECONDS;
  if (!isDay) {
    // A concurrent-limit answer carries no Retry-After; a moment is enough.
    return fail(
      "rateLimit",
      "Xero allows no more calls for a moment; this step is tried again shortly.",
      { retryAfterSeconds: retryAfterSeconds ?? 5 },
    );
  }
  const wait = retryAfterSeconds
    ? `It ends in about ${Math.max(1, Math.ceil(retryAfterSeconds / 3600))} h`
    : "It ends within 24 hours";
  return fail(
    "rateLimit",
    `Xero's daily limit of calls for this organisation is used up. ${wait}; run this step again then.`,
    { retryAfterSeconds, dayLimit: true },
  );
}

/** Every message of `ValidationErrors`, at whatever depth, each once. */
export function validationMessages(body: unknown): string[] {
  const messages = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== "object" || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key !== "ValidationErrors") visit(value);
      else if (Array.isArray(value))
        value.forEach(({ Message }) => messages.add(String(Message)));
    }
  };
  visit(body);
  return [...messages];
}

function plainText(body: unknown): string {
  // A page of HTML comes from something in between, and tells nobody anything.
  if (typeof body === "string") return body.includes("<") ? "" : body.trim();
  if (typeof body !== "object" || body === null) return "";
  const { Message, Detail } = body as { Message?: string; Detail?: string };
  return Message ?? Detail ?? "";
}
