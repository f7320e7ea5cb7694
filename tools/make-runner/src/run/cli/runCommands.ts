import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Command } from "commander";
import { loadTree } from "../../tree/loadTree";
import type { AppRunner } from "../AppRunner";
import { reviveConnection, type Connection } from "../connection/connection";
import { openApp } from "../openApp";
import { fetchSend } from "../transport/fetchSend";
import type { TriggerState } from "../trigger";

interface RunOptions {
  params?: string;
  connection?: string;
  state?: string;
  rewrite: string[];
  timezone: string;
  log?: boolean;
}

/** The commands that send requests. */
export function addRunCommands(program: Command, folder: string): void {
  const withOptions = (command: Command) =>
    command
      .option("--params <file>", "JSON: what the user entered")
      .option(
        "--connection <file>",
        "JSON: type, parameters, data; a refresh is written back",
      )
      .option(
        "--rewrite <host=url>",
        "answers a vendor by a local server, may be repeated",
        collect,
        [],
      )
      .option("--timezone <zone>", "the zone of dates", "UTC")
      .option("--log", "shows sanitised requests and answers");

  withOptions(program.command("connect <type>"))
    .description(
      "makes a connection that needs no consent from --params, and prints it or writes it to --connection",
    )
    .action(async (type: string, options: RunOptions) => {
      const { params, connection: file } = options;
      const entered = params ? (read(params) as Record<string, unknown>) : {};
      const connection = await open(folder, options).connect(type, entered);
      if (file) write(file, connection);
      else print(connection);
    });

  withOptions(program.command("run <module>"))
    .description("runs a module and prints its bundles")
    .option("--state <file>", "JSON: where a trigger stands; is written back")
    .action((module: string, options: RunOptions) =>
      within(folder, options, async (app, given, connection) => {
        const { state: file } = options;
        const state =
          file && existsSync(file) ? (read(file) as TriggerState) : undefined;
        const around = { connection, state };
        const needed = app.tree.modules.get(module)?.metadata.connection;
        if (needed && !connection)
          throw new Error(
            `Module ${module} needs a connection: --connection <file>. Make one with "connect ${needed}", or see the README.`,
          );
        const run = await app.runModule(module, given, around);
        print(run);
        if (file && run.state) write(file, run.state);
      }),
    );

  withOptions(program.command("rpc <name>"))
    .description("runs an RPC and prints what it gives")
    .action((name: string, options: RunOptions) =>
      within(folder, options, async (app, given, connection) =>
        print(await app.runRpc(name, given, { connection })),
      ),
    );
}

function open(
  folder: string,
  { rewrite, timezone, log }: RunOptions,
): AppRunner {
  return openApp(loadTree(folder), {
    send: fetchSend(Object.fromEntries(rewrite.map(pair))),
    now: () => new Date(),
    timezone,
    log: log
      ? (entry) => process.stderr.write(`${JSON.stringify(entry)}\n`)
      : undefined,
  });
}

async function within(
  folder: string,
  options: RunOptions,
  run: (
    app: AppRunner,
    given: Record<string, unknown>,
    connection: Connection | undefined,
  ) => Promise<void>,
): Promise<void> {
  const { params, connection: file } = options;
  const app = open(folder, options);
  const connection = file
    ? reviveConnection(read(file) as Connection)
    : undefined;
  const before = JSON.stringify(connection);
  try {
    await run(
      app,
      params ? (read(params) as Record<string, unknown>) : {},
      connection,
    );
  } finally {
    // A rotated refresh token is kept even when the module fails.
    if (file && JSON.stringify(connection) !== before) write(file, connection);
  }
}

/** `api.xero.com=http://127.0.0.1:4020`; a host without scheme means https. */
function pair(text: string): [string, string] {
  const at = text.indexOf("=");
  if (at < 1)
    throw new Error(`--rewrite "${text}" must be of the form host=url.`);
  const from = text.slice(0, at);
  return [from.includes("://") ? from : `https://${from}`, text.slice(at + 1)];
}

const collect = (value: string, before: string[]): string[] => [
  ...before,
  value,
];

function read(file: string): unknown {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  return JSON.parse(readFileSync(file, "utf8"));
}

function write(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, undefined, 2)}\n`, {
    mode: 0o600,
  });
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, undefined, 2)}\n`);
}
