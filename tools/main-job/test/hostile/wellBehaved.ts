import { errorMessage } from "../../src/zapier";

/** The kinds of error that Zapier tells apart; any other is a step that fell over. */
const ZAPIER_ERRORS = new Set([
  "AppError",
  "Error",
  "HaltedError",
  "ExpiredAuthError",
  "RefreshAuthError",
  "ThrottledError",
]);

/** A sentence may quote the odd key that it was given. */
const PROGRAMMERS_WORDS =
  /undefined|\[object |\bNaN\b|(?<!")__proto__|authorization|bearer/i;
/** An action for many deals has a line for each. */
const LONGEST_SENTENCE = 600;

/** What is wrong with how a step ended, as texts; nothing for one that gave a result or a sentence that helps. */
export async function faultsOf(
  run: () => Promise<unknown>,
  secrets: readonly string[],
): Promise<string[]> {
  const faults: string[] = [];
  try {
    if (holdsNaN(await run())) faults.push("The output holds NaN.");
  } catch (error) {
    faults.push(...faultsOfError(error, secrets));
  }
  if ("polluted" in {}) faults.push("Object.prototype was changed.");
  return faults;
}

function faultsOfError(error: unknown, secrets: readonly string[]): string[] {
  const { name, stack } = error as Error;
  if (!ZAPIER_ERRORS.has(name)) return [`No error of Zapier's: ${stack}`];
  const sentence = errorMessage(error);
  const faults: string[] = [];
  if (PROGRAMMERS_WORDS.test(sentence)) faults.push(`Words: ${sentence}`);
  for (const line of sentence.split("\n"))
    if (line.length > LONGEST_SENTENCE)
      faults.push(`${line.length} characters: ${line.slice(0, 300)}`);
  if (secrets.some((secret) => sentence.includes(secret)))
    faults.push("The sentence holds a token.");
  return faults;
}

function holdsNaN(value: unknown): boolean {
  if (typeof value === "number") return Number.isNaN(value);
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(holdsNaN);
}
