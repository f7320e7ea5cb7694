import { execFileSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Measured } from "./metric";

const ROOT = join(__dirname, "../../..");
const BUNDLE = join(ROOT, "zapier-app/dist/index.js");
const ZIP = join(ROOT, "zapier-app/build/build.zip");

/** The size of what is uploaded to Zapier; built where it is missing or older than the app. */
export function measureZip(): Measured[] {
  const isThere = existsSync(ZIP);
  if (!isThere || statSync(ZIP).mtimeMs < statSync(BUNDLE).mtimeMs)
    execFileSync("npm", ["run", "-s", "zapier:zip"], {
      cwd: ROOT,
      // Its progress must not mix with what the benchmark prints.
      stdio: ["ignore", "ignore", "pipe"],
    });
  return [{ key: "zip.bytes", value: statSync(ZIP).size }];
}
