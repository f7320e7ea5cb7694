import { MakeError } from "@makehq/sdk";
import { DeployError } from "../DeployError";
import type { Kind } from "../local/component";

/** What was being done when Make refused. */
export interface Undertaking {
  /** "module createInvoice, section api" */
  what: string;
  kind?: Kind;
  /** The code file, where one was being uploaded. */
  file?: string;
}

/** An error as a sentence: what failed, what Make said, what to do. */
export function explain(error: unknown, undertaking: Undertaking): Error {
  if (error instanceof DeployError) return error;
  if (error instanceof MakeError) {
    const { statusCode, message } = error;
    return new DeployError(
      `${sentence(undertaking.what)}: Make answers ${statusCode} "${message}". ${remedy(statusCode, undertaking)}`,
      { cause: error },
    );
  }
  const { message, cause } = error as Partial<Error>;
  if (message && NO_ANSWER.test(message)) {
    const reason = (cause as Partial<Error> | undefined)?.message ?? message;
    return new DeployError(
      `${sentence(undertaking.what)}: Make gave no answer (${reason}). Check the zone and the network, ` +
        "then run again: what was done is found and not done twice.",
      { cause: error },
    );
  }
  return error instanceof Error ? error : new Error(String(error));
}

// fetch's words for a connection refused, and for one that broke during the answer.
const NO_ANSWER = /^(fetch failed|terminated)$/;

const AGAIN = "run again: it goes on where it stopped";

function remedy(
  status: number | undefined,
  { kind, file }: Undertaking,
): string {
  if (status === 401)
    return `The API key is not valid in this zone: check MAKE_API_KEY and the zone, then ${AGAIN}.`;
  if (status === 403)
    return kind === "function"
      ? `Custom IML functions are off by default: ask Make's helpdesk to enable them for this app, then ${AGAIN}.`
      : `The API key needs the scopes sdk-apps:read and sdk-apps:write, and its owner access to the app. Then ${AGAIN}.`;
  if (status === 404) return "Check the app's id, its version and the zone.";
  if (status === 429)
    return `Make takes no more calls for now. Wait a minute, then ${AGAIN}.`;
  if (status === undefined || status >= 500)
    return `That is Make's side. Wait a little, then ${AGAIN}.`;
  return `Correct ${file ?? "makecomapp.json"}, then ${AGAIN}.`;
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
