import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";

const FOLDER = path.resolve(__dirname, "../../../.sandbox");
const LOCK_FILE = path.join(FOLDER, "process");

/** Where the sandbox's books are kept between runs. */
export const STATE_FILE = path.join(FOLDER, "state.json");
/** Addresses and tokens for another terminal, as long as the sandbox is up. */
export const SETTINGS_FILE = path.join(FOLDER, "settings.env");

/** A connection of the Make app to one service of the sandbox, as long as it is up. */
export const connectionFile = (service: string): string =>
  path.join(FOLDER, `make-${service}.json`);

/**
 * Opens the books for this process alone.
 * @returns whether they are fresh
 * @throws Error when another process has them open, or they cannot be read
 */
export function openBooks({ reset }: { reset: boolean }): boolean {
  mkdirSync(FOLDER, { recursive: true });
  const owner = existsSync(LOCK_FILE)
    ? Number(readFileSync(LOCK_FILE, "utf8"))
    : undefined;
  if (owner && isRunning(owner)) {
    throw new Error(
      `Another "npm start" (process ${owner}) has these books open. Stop it with Ctrl+C, or play on in it.`,
    );
  }
  writeFileSync(LOCK_FILE, String(process.pid));
  process.on("exit", closeBooks);
  if (reset) rmSync(STATE_FILE, { force: true });
  const isFresh = !existsSync(STATE_FILE);
  try {
    if (!isFresh) JSON.parse(readFileSync(STATE_FILE, "utf8"));
  } catch {
    throw new Error(
      `The books in ${path.relative(process.cwd(), STATE_FILE)} are damaged. Begin with fresh ones: npm start -- --reset`,
    );
  }
  return isFresh;
}

function closeBooks(): void {
  rmSync(LOCK_FILE, { force: true });
  rmSync(SETTINGS_FILE, { force: true });
  for (const service of ["hubspot", "xero"])
    rmSync(connectionFile(service), { force: true });
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}
