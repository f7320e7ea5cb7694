import { createRequire } from "node:module";
import { resolve } from "node:path";

/** What Zapier stores of an app; functions are texts such as `$func$2$f$`. */
export interface Definition {
  version: string;
  authentication?: {
    type: string;
    fields?: InputField[];
    test?: unknown;
    connectionLabel?: unknown;
  };
  triggers?: Steps;
  creates?: Steps;
  searches?: Steps;
  searchOrCreates?: Record<string, SearchOrCreate>;
}

export type Kind = "triggers" | "creates" | "searches";

export type Steps = Record<string, Step>;

export interface Display {
  label: string;
  description: string;
  hidden?: boolean;
}

export interface Step {
  key: string;
  noun: string;
  display: Display;
  operation: {
    /** Of triggers. */
    type?: "polling" | "hook" | "hook_to_poll";
    perform?: unknown;
    performList?: unknown;
    performSubscribe?: unknown;
    performUnsubscribe?: unknown;
    /** A text stands for a function that gives fields. */
    inputFields?: (InputField | string)[];
    outputFields?: (OutputField | string)[];
    sample?: Record<string, unknown>;
  };
}

export interface InputField {
  key: string;
  label?: string;
  type?: string;
  required?: boolean;
  helpText?: string;
  default?: string;
  /** `trigger.value.label` */
  dynamic?: string;
  /** `search.value` */
  search?: string;
  choices?: unknown;
  list?: boolean;
  computed?: boolean;
  inputFormat?: string;
  children?: InputField[];
}

export interface OutputField {
  key: string;
  label?: string;
  type?: string;
  required?: boolean;
  primary?: boolean;
}

export interface SearchOrCreate {
  key: string;
  display: Display;
  search: string;
  create: string;
}

type Handler = (event: { command: string }) => Promise<{ results: unknown }>;

/**
 * The definition of a built app, as Zapier's own `build` writes it.
 * @param folder of the app, with the file that Zapier loads and core among its packages
 */
export async function readDefinition(folder: string): Promise<Definition> {
  const require = createRequire(resolve(folder, "package.json"));
  const { createAppHandler } = require("zapier-platform-core") as {
    createAppHandler(app: unknown): Handler;
  };
  const handle = createAppHandler(require(resolve(folder)));
  return (await handle({ command: "definition" })).results as Definition;
}
