import type { RunContext } from "../communication/exchange";
import { evaluateIn, type Engine, type Variables } from "../engine";
import type { LogEntry } from "./logEntry";
import { mapTexts, mask, maskAt, parseSanitizePath } from "./sanitize";
import { maskSecrets } from "./secrets";

/** Writes one request to the log, sanitised. The caller writes none where no directive says what to hide. */
export function writeLog(
  engine: Engine,
  { component, secrets }: RunContext,
  request: LogEntry["request"],
  response: LogEntry["response"],
  { paths, variables }: { paths: string[]; variables: Variables },
): void {
  if (!engine.log) return;
  let shown: unknown = { request, ...(response && { response }) };
  for (const path of paths) {
    const { keys, within } = parseSanitizePath(path);
    if (within === undefined) {
      shown = maskAt(shown, keys);
      continue;
    }
    const hidden = evaluateIn(engine, `{{${within}}}`, variables);
    if (hidden === undefined || hidden === null || hidden === "") continue;
    shown = maskAt(shown, keys, (value) =>
      mapTexts(value, (text) => text.replaceAll(String(hidden), mask)),
    );
  }
  const leaks: string[] = [];
  const safe = mapTexts(shown, (text, path) => {
    const masked = maskSecrets(text, secrets);
    if (masked !== text) leaks.push(path);
    return masked;
  }) as Pick<LogEntry, "request" | "response">;
  engine.log({ component, ...safe, leaks });
}
