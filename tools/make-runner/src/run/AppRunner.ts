import type { MakeTree } from "../tree/tree";
import { communicate } from "./communication/communicate";
import type { RunContext } from "./communication/exchange";
import {
  authorize,
  invalidate,
  type Authorization,
} from "./connection/authorize";
import { connectBasic, refreshConnection } from "./connection/connect";
import type { Connection } from "./connection/connection";
import {
  connectionOf,
  connectionSecrets,
  connectionVariables,
  sanitizeOf,
} from "./connection/connectionContext";
import { scopesOf } from "./connection/scopesOf";
import type { Engine, Variables } from "./engine";
import { hideSecrets } from "./log/hideSecrets";
import { MakeError } from "./MakeError";
import { asChoices, searchBundles, type Choice } from "./moduleOutput";
import { processParameters } from "./parameters/processParameters";
import { runModule, type ModuleComponent, type ModuleRun } from "./runModule";
import type { TriggerState } from "./trigger";

/** What a run has beside its parameters. */
export interface RunWith {
  connection?: Connection;
  /** Where a polling trigger stands; it starts with all records where absent. */
  state?: TriggerState;
  /** What came in at the webhook of an instant trigger. */
  payload?: unknown;
  scenario?: Variables;
}

/** An item to start after, as the epoch panel of a trigger shows it. */
export interface EpochChoice {
  label: unknown;
  date: unknown;
  id?: unknown;
}

interface Settings {
  commonOf: (connection: string) => Variables;
  redirectUri: string;
}

/** An opened app. Every method rejects with a MakeError that names no secret of the connection. */
export class AppRunner {
  readonly tree: MakeTree;
  private readonly engine: Engine;
  private readonly settings: Settings;

  constructor(tree: MakeTree, engine: Engine, settings: Settings) {
    this.tree = tree;
    this.engine = engine;
    this.settings = settings;
  }

  /** Runs a module with what its user entered. */
  async runModule(
    id: string,
    given: Variables,
    around: RunWith = {},
  ): Promise<ModuleRun> {
    const module = this.module(id);
    const sections = [
      module.code.staticParams?.value,
      module.code.mappableParams?.value,
    ];
    const { parameters, ignored } = processParameters(sections, given);
    const run = await this.within(
      `module ${id}`,
      parameters,
      around,
      (context) => {
        context.variables["metadata"] = {
          expect: sections[1],
          interface: module.code.interface?.value,
        };
        context.variables["payload"] = around.payload;
        return runModule(this.engine, module, context, around);
      },
    );
    return { ...run, ignored };
  }

  /** Runs the epoch of a polling trigger: the items that a user may start after. */
  async runEpoch(
    id: string,
    given: Variables,
    around: RunWith = {},
  ): Promise<EpochChoice[]> {
    const { staticParams, communication, epoch } = this.module(id).code;
    const { parameters } = processParameters([staticParams?.value], given);
    return this.within(`epoch ${id}`, parameters, around, async (context) => {
      context.variables["data"] = { lastDate: new Date(0) };
      const own = {
        ...(communication?.value as object),
        pagination: undefined,
      };
      const override = epoch?.value as { response?: object } | undefined;
      const merged = {
        ...own,
        ...override,
        response: {
          ...(own as { response?: object }).response,
          ...override?.response,
        },
      };
      const outcome = await communicate(
        this.engine,
        this.engine.base,
        merged,
        context,
      );
      return searchBundles(outcome) as EpochChoice[];
    });
  }

  /** Runs an RPC and gives what it gives. */
  async runRpc(
    name: string,
    given: Variables,
    around: RunWith = {},
  ): Promise<unknown> {
    const rpc = this.tree.rpcs.get(name);
    if (!rpc) throw unknown("RPC", name);
    const { parameters } = processParameters([rpc.code.params?.value], given);
    return this.within(
      `rpc ${name}`,
      { ...given, ...parameters },
      around,
      async (context) => {
        const { communication } = rpc.code;
        const { output } = await communicate(
          this.engine,
          this.engine.base,
          communication?.value ?? {},
          context,
        );
        return output;
      },
    );
  }

  /** Runs an RPC that fills a select. */
  async runOptions(
    name: string,
    given: Variables,
    around: RunWith = {},
  ): Promise<Choice[]> {
    return asChoices(await this.runRpc(name, given, around), name);
  }

  /** Makes a connection that needs no consent. */
  async connect(id: string, entered: Variables): Promise<Connection> {
    const component = connectionOf(this.tree, id);
    if (component.metadata.connectionType === "oauth") {
      throw new MakeError(
        "InvalidConfigurationError",
        `Connection "${id}" needs a consent: use authorize.`,
      );
    }
    const common = this.settings.commonOf(id);
    return hideSecrets([entered, common], () =>
      connectBasic(this.engine, component, entered, common),
    );
  }

  /**
   * Starts the consent of an OAuth 2 connection.
   * @param modules whose scopes are asked for; all that use the connection where absent
   */
  async authorize(
    id: string,
    entered: Variables,
    modules?: string[],
  ): Promise<Authorization> {
    const common = this.settings.commonOf(id);
    const { redirectUri } = this.settings;
    const scope = scopesOf(this.tree, id, modules);
    return hideSecrets([entered, common], () =>
      authorize(this.engine, connectionOf(this.tree, id), entered, {
        ...{ common, redirectUri, scope },
      }),
    );
  }

  /** Refreshes a connection where it is due, in place; `force` does not ask the condition. */
  async refresh(
    connection: Connection,
    { force = false }: { force?: boolean } = {},
  ): Promise<boolean> {
    const component = connectionOf(this.tree, connection.type);
    const common = this.settings.commonOf(connection.type);
    return hideSecrets([connection, common], () =>
      refreshConnection(this.engine, component, connection, common, force),
    );
  }

  /** Gives the tokens of a connection back. */
  async invalidate(connection: Connection): Promise<void> {
    const component = connectionOf(this.tree, connection.type);
    const common = this.settings.commonOf(connection.type);
    return hideSecrets([connection, common], () =>
      invalidate(this.engine, component, connection, common),
    );
  }

  private module(id: string): ModuleComponent {
    const module = this.tree.modules.get(id);
    if (!module) throw unknown("module", id);
    return module;
  }

  /** Refreshes the connection where it is due, then runs with it. */
  private async within<Result>(
    component: string,
    parameters: Variables,
    { connection, scenario = {} }: RunWith,
    run: (context: RunContext) => Promise<Result>,
  ): Promise<Result> {
    const { tree } = this;
    if (connection) await this.refresh(connection);
    const own = connection && connectionOf(tree, connection.type);
    const common = connection ? this.settings.commonOf(connection.type) : {};
    return hideSecrets([connection, common], () =>
      run({
        component,
        variables: {
          connection: connection
            ? connectionVariables(connection, common)["connection"]
            : {},
          ...{ parameters, scenario, metadata: {} },
        },
        sanitize: own ? sanitizeOf(own) : [],
        secrets:
          own && connection ? connectionSecrets(own, connection, common) : [],
        temp: {},
        requests: 0,
      }),
    );
  }
}

function unknown(kind: string, id: string): MakeError {
  return new MakeError(
    "InvalidConfigurationError",
    `The app has no ${kind} "${id}".`,
  );
}
