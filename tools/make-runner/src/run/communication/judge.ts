import { STATUS_CODES } from "node:http";
import { errorTypes, MakeError } from "../MakeError";
import type { ErrorDirectives, ResponseDirectives } from "./directives";

interface ValidDirectives {
  condition?: unknown;
  message?: unknown;
  type?: unknown;
}

/**
 * Decides whether an answer is valid.
 * @param status undefined where nothing was sent
 * @param evaluate sees the answer
 * @throws MakeError as `valid` and `error` word it
 */
export function judge(
  { valid, error }: Pick<ResponseDirectives, "valid" | "error">,
  status: number | undefined,
  evaluate: (value: unknown) => unknown,
): void {
  const asked: ValidDirectives =
    typeof valid === "object" && valid !== null ? valid : { condition: valid };
  const hasCondition = asked.condition !== undefined;
  const isValid = hasCondition
    ? Boolean(evaluate(asked.condition))
    : status === undefined || (status >= 200 && status < 400);
  if (isValid) return;

  const general: ErrorDirectives =
    typeof error === "string"
      ? ({ message: error } as ErrorDirectives)
      : (error ?? ({} as ErrorDirectives));
  const own = status === undefined ? undefined : general[String(status)];
  const forStatus = typeof own === "string" ? { message: own } : own;
  const message = firstText(
    [asked.message, forStatus?.message, general.message],
    evaluate,
  );
  const type = firstText([asked.type, forStatus?.type, general.type], evaluate);
  throw new MakeError(
    errorTypes.find((known) => known === type) ?? "RuntimeError",
    message ??
      (hasCondition || status === undefined
        ? "Response marked as invalid."
        : `[${status}] ${STATUS_CODES[status] ?? "Request failed"}`),
    status,
  );
}

function firstText(
  candidates: unknown[],
  evaluate: (value: unknown) => unknown,
): string | undefined {
  for (const candidate of candidates) {
    if (candidate === undefined) continue;
    const value = evaluate(candidate);
    if (value !== undefined && value !== null && value !== "")
      return typeof value === "string" ? value : JSON.stringify(value);
  }
  return undefined;
}
