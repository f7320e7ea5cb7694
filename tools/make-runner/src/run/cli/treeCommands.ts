import type { Command } from "commander";
import { checkTree } from "../../check/check";
import { countLine, findingLine } from "../../check/report";
import { runFunctionTests } from "../../functions/runFunctionTests";
import { loadTree } from "../../tree/loadTree";

/** The commands that read a tree without running its requests. */
export function addTreeCommands(program: Command, folder: string): void {
  program
    .command("modules")
    .description("lists the modules")
    .action(() => {
      for (const { id, metadata } of loadTree(folder).modules.values())
        print(`${metadata.moduleType.padEnd(15)} ${id}  ${metadata.label}`);
    });

  program
    .command("test")
    .description("runs the tests of the custom functions")
    .option("--timezone <zone>", "the zone of dates", "UTC")
    .action(({ timezone }: { timezone: string }) => {
      const results = runFunctionTests(loadTree(folder), { timezone });
      for (const { function: id, name, failure } of results)
        print(
          `${failure ? "FAIL" : "ok  "} ${id}: ${name}${failure ? `\n     ${failure}` : ""}`,
        );
      const failed = results.filter(({ failure }) => failure !== undefined);
      print(
        `${results.length - failed.length} passed, ${failed.length} failed`,
      );
      if (failed.length > 0) process.exitCode = 1;
    });

  program
    .command("check")
    .description("checks the tree against Make's rules")
    .option("--schemas <folder>", "a folder with Make's JSON schemas")
    .action((options: { schemas?: string }) => {
      const findings = checkTree(loadTree(folder), options);
      for (const finding of findings) print(findingLine(finding));
      print(countLine(findings, ["error", "warning"]));
      if (findings.some(({ severity }) => severity === "error"))
        process.exitCode = 1;
    });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
