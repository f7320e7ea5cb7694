import type { ModuleType } from "../../tree/tree";
import type { Request } from "../read/requests";

const everywhere = [
  "now",
  "environment",
  "temp",
  "parameters",
  "connection",
  "common",
  "data",
  "scenario",
  "metadata",
];
const answer = [
  "body",
  "headers",
  "statusCode",
  "item",
  "iterate",
  "pagination",
];
const call = ["body", "query", "method", "headers"];

/** The variables of forms. */
export const rootsOfForms: ReadonlySet<string> = new Set(everywhere);

/**
 * The variables at one place of a request.
 * @param pointer the place, below the request
 * @see https://developers.make.com/custom-apps-documentation/component-blocks/api
 */
export function rootsOf(
  request: Pick<Request, "kind" | "code" | "step" | "last">,
  moduleType: ModuleType | undefined,
  pointer: string,
): ReadonlySet<string> {
  const { kind, code } = request;
  const [, directive = "", inner = ""] = pointer.split("/");
  const isAnswer = directive === "response" || directive === "pagination";
  const roots = new Set(everywhere);
  const add = (names: string[]) => names.forEach((name) => roots.add(name));

  if (isAnswer) add(answer);
  if (inner === "wrapper") add(["output"]);
  if (request.step !== undefined) add(["oauth", "query"]);
  if (moduleType === "instant_trigger") add(["payload"]);
  if (kind === "webhook" && code === "communication") add([...call, "item"]);
  if (kind === "webhook" && code !== "communication") {
    add(["webhook"]);
    // Only the communication of a webhook has data; these keep theirs in webhook.
    roots.delete("data");
  }
  return roots;
}
