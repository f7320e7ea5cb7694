import { MakeError, unsupported } from "../MakeError";

/** An exported scenario. */
export interface Blueprint {
  name?: string;
  flow: Node[];
  metadata?: unknown;
}

export interface Node {
  id: number;
  /** `app#<id>:<module>`, `<id>:<module>` or `builtin:<name>`. */
  module: string;
  version?: number;
  /** Static parameters, and the connection in `__IMTCONN__`. */
  parameters?: Record<string, unknown> | null;
  /** Mapped parameters, with expressions. */
  mapper?: Record<string, unknown> | null;
  filter?: Filter | null;
  routes?: { flow: Node[] }[];
  onerror?: Node[];
}

export interface Filter {
  name?: string;
  /** The outer list is an "or", the inner ones are "and". */
  conditions?: Condition[][];
}

export interface Condition {
  a?: unknown;
  /** Such as `text:equal:ci`, `number:greater`, `exist`. */
  o: string;
  b?: unknown;
}

const directives = ["Ignore", "Resume", "Break", "Rollback", "Commit"] as const;

/** The ends of an error handler. */
export type Directive = (typeof directives)[number];

/** What an error handler does, where the node is one. */
export function directiveOf({ module }: Node): Directive | undefined {
  const [app, name = ""] = split(module);
  return app === "builtin"
    ? directives.find((directive) => directive === name)
    : undefined;
}

export const isRouter = ({ module }: Node): boolean =>
  module === "builtin:BasicRouter";
export const isFeeder = ({ module }: Node): boolean =>
  module === "builtin:BasicFeeder";

export const isAggregator = ({ module }: Node): boolean =>
  module === "builtin:BasicAggregator";

/** App and module of a node; an app that is not approved has `app#` before its id. */
export function split(module: string): [app: string, name: string] {
  const [, app = "", name = ""] = /^(?:app#)?([^:]+):(.+)$/.exec(module) ?? [];
  return [app, name];
}

/**
 * Looks through a blueprint before anything runs.
 * @throws MakeError for a node that cannot be run
 */
export function requireRunnable(
  flow: Node[],
  hasModule: (app: string, name: string) => boolean,
  seen: Set<number> = new Set(),
): void {
  for (const [index, node] of flow.entries()) {
    const { id, module, routes = [], onerror = [] } = node;
    if (seen.has(id)) {
      throw new MakeError(
        "InvalidConfigurationError",
        `Two nodes have the id ${id}.`,
      );
    }
    seen.add(id);
    const [app, name] = split(module);
    if (app === "builtin") {
      if (isAggregator(node)) requireSource(node, flow.slice(0, index));
      else if (!directiveOf(node) && !isRouter(node) && !isFeeder(node))
        throw unsupported(`Node ${id}, ${module},`);
    } else if (!hasModule(app, name)) {
      throw new MakeError(
        "InvalidConfigurationError",
        `Node ${id}: no app is given that has the module "${module}".`,
      );
    }
    for (const route of routes) requireRunnable(route.flow, hasModule, seen);
    requireRunnable(onerror, hasModule, seen);
  }
}

/** The source of an aggregator stands before it in the same flow. */
function requireSource({ id, parameters }: Node, before: Node[]): void {
  const source = parameters?.["feeder"];
  if (before.some((node) => node.id === source && !isRouter(node))) return;
  throw new MakeError(
    "InvalidConfigurationError",
    `Node ${id}: the source of the aggregator, ${String(source)}, does not stand before it in the same flow.`,
  );
}
