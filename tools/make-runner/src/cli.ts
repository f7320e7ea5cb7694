import { Command } from "commander";
import { addRunCommands } from "./run/cli/runCommands";
import { addTreeCommands } from "./run/cli/treeCommands";

// The tree stands before the command, which is not commander's order.
const [tree, ...rest] = process.argv.slice(2);
const hasTree = tree !== undefined && !tree.startsWith("-");
const program = new Command("make-runner")
  .usage("<tree> <command> [options]")
  .description(
    "Runs a Make.com custom app offline. <tree> is a makecomapp.json or its folder.",
  );
addTreeCommands(program, tree ?? "");
addRunCommands(program, tree ?? "");

program
  .parseAsync(hasTree ? rest : ["--help"], { from: "user" })
  .catch((error: unknown) => {
    const { name, message } = error as Error;
    process.stderr.write(`${name}: ${message}\n`);
    process.exitCode = 1;
  });
