import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import pc from "picocolors";
import type { Check } from "./check";
import { ROOT } from "./commands";
import { logoPng, logoSvg } from "./logo";
import { makeChecks } from "./makeChecks";
import { zapierChecks } from "./zapierChecks";

const TICKS: Record<Check["state"], string> = {
  done: pc.green("[x]"),
  missing: pc.red("[!]"),
  yours: "[ ]",
};

async function main({ logo }: { logo?: true }): Promise<void> {
  if (logo) return drawLogo();
  const checks = [...zapierChecks(), ...makeChecks()];
  for (const platform of ["zapier", "make"] as const) {
    console.log(pc.bold(`\n${platform === "zapier" ? "Zapier" : "Make"}`));
    for (const check of checks.filter((one) => one.platform === platform))
      console.log(lineOf(check));
  }
  const count = (state: Check["state"]) =>
    checks.filter((check) => check.state === state).length;
  console.log(
    `\n${count("done")} done, ${count("missing")} missing, ${count("yours")} for you to do.`,
  );
  process.exitCode = count("missing") > 0 ? 1 : 0;
}

const lineOf = ({ state, rule, what, detail }: Check): string =>
  `${TICKS[state]} ${what}${rule ? ` (${rule})` : ""}${detail ? `: ${detail}` : ""}`;

const LOGO = join(ROOT, "docs/publishing/logo");

async function drawLogo(): Promise<void> {
  writeFileSync(`${LOGO}.png`, await logoPng());
  writeFileSync(`${LOGO}.svg`, logoSvg());
  console.log(`${LOGO}.png and .svg were drawn.`);
}

void new Command("npm run publishing --")
  .description("Ticks what a submission to Zapier and to Make needs")
  .option("--logo", "draw the logo anew, as SVG and PNG")
  .action(main)
  .parseAsync();
