import { spawnSync } from "node:child_process";
import { join } from "node:path";

export const ROOT = join(__dirname, "../../..");

/** The last line of what a command of this repository says when it fails; undefined where it succeeds. */
export function failureOf(script: string): string | undefined {
  const { status, stdout, stderr } = spawnSync("npm", ["run", "-s", script], {
    cwd: ROOT,
    encoding: "utf8",
  });
  if (status === 0) return undefined;
  const said = `${stdout}\n${stderr}`.trim().split("\n");
  return `npm run ${script}: ${said.at(-1) ?? "it failed"}`;
}
