import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import {
  compileFunctions,
  type FunctionSet,
} from "../functions/compileFunctions";
import { builtinsFor } from "../iml/iml";
import type { MakeTree } from "../tree/tree";
import { AppRunner } from "./AppRunner";
import type { RequestDirectives } from "./communication/directives";
import type { LogEntry } from "./log/logEntry";
import type { Send } from "./transport/httpCall";

export interface AppOptions {
  /** Carries every request. */
  send: Send;
  now: () => Date;
  timezone: string;
  uuid?: () => string;
  /** Waits between the calls of a `repeat`. */
  sleep?: (milliseconds: number) => Promise<void>;
  /** Gets every request of a communication that says what to sanitise. */
  log?: (entry: LogEntry) => void;
  environment?: Record<string, unknown>;
  /** Common data, which trees leave out because it holds secrets; the tree's own counts where none is given. */
  common?: {
    app?: Record<string, unknown>;
    connections?: Record<string, Record<string, unknown>>;
  };
  /** Where vendors redirect after a consent. */
  redirectUri?: string;
}

/** Opens an app for running: its functions are compiled once, its sections stay as they are. */
export function openApp(tree: MakeTree, options: AppOptions): AppRunner {
  const { send, now, timezone, log, common = {} } = options;
  const functions: FunctionSet = compileFunctions(tree.functions.values(), {
    timezone,
    builtins: builtinsFor({ timezone }),
  });
  return new AppRunner(
    tree,
    {
      ...{ send, now, timezone, log, functions },
      uuid: options.uuid ?? randomUUID,
      sleep: options.sleep ?? ((milliseconds) => wait(milliseconds)),
      base: tree.base.value as RequestDirectives,
      variables: {
        environment: options.environment ?? {},
        common: common.app ?? tree.common?.value ?? {},
      },
    },
    {
      commonOf: (id) =>
        common.connections?.[id] ??
        (tree.connections.get(id)?.code.common?.value as
          Record<string, unknown> | undefined) ??
        {},
      redirectUri: options.redirectUri ?? "https://www.make.com/oauth/cb/app",
    },
  );
}
