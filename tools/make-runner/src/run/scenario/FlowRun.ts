import { evaluate, ImlError } from "../../iml/iml";
import { MakeError } from "../MakeError";
import type { TriggerState } from "../trigger";
import { Aggregates, aggregation } from "./Aggregates";
import {
  directiveOf,
  isAggregator,
  isFeeder,
  isRouter,
  type Node,
} from "./blueprint";
import { executeNode } from "./executeNode";
import { passes } from "./passes";
import type { ScenarioApp } from "./runScenario";

/** One execution, or one filter that let nothing through. */
export interface Ran {
  node: number;
  module: string;
  result: "done" | "filtered" | "failed";
  /** How many bundles came out. */
  bundles: number;
  error?: MakeError;
}

/** What became of one bundle of the first module. */
export interface BundleOutcome {
  bundle: unknown;
  /** `incomplete` is kept by Break to be tried again; `notRun` came after the end of the run. */
  status: "done" | "ignored" | "incomplete" | "failed" | "notRun";
  ran: Ran[];
  /** The error that was handled or that ended the run. */
  error?: MakeError;
}

export interface Surroundings {
  apps: Record<string, ScenarioApp>;
  states: Record<string, TriggerState>;
  payloads: Record<string, unknown[]>;
  now: () => Date;
  uuid: () => string;
  timezone: string;
}

/** Outputs by node id. */
type Bundles = Record<string, unknown>;

/** Ends the run: an error, or a Commit. */
export class Stop extends Error {
  readonly error: MakeError;
  readonly isCommit: boolean;

  constructor(error: MakeError, isCommit: boolean) {
    super(error.message);
    this.error = error;
    this.isCommit = isCommit;
  }
}

/** One run of a flow, with what it counts. */
export class FlowRun {
  readonly surroundings: Surroundings;
  readonly outcomes: BundleOutcome[] = [];
  readonly ran: Ran[] = [];
  operations = 0;
  private readonly aggregates = new Aggregates();
  /** Of the bundles that are on their way: one, and behind an aggregator those that it collected. */
  private current: BundleOutcome[] = [];

  constructor(surroundings: Surroundings) {
    this.surroundings = surroundings;
  }

  /** Runs the first module, then the chain for each of its bundles. */
  async start(flow: Node[]): Promise<void> {
    const [first, ...rest] = flow;
    if (!first) return;
    const isSource = !isRouter(first);
    const bundles = isSource ? await this.outputs(first, {}) : [undefined];
    for (const bundle of bundles ?? [])
      this.outcomes.push({ bundle, status: "notRun", ran: [] });
    for (const outcome of this.outcomes) {
      outcome.status = "done";
      await this.endingFor([outcome], () =>
        this.follow(
          isSource ? rest : flow,
          isSource ? { [first.id]: outcome.bundle } : {},
        ),
      );
    }
    if (isSource && this.outcomes.length > 0)
      await this.aggregate(first, rest, {});
  }

  /** Runs a part of the flow for some bundles; what ends it is what became of them. */
  private async endingFor(
    outcomes: BundleOutcome[],
    run: () => Promise<void>,
  ): Promise<void> {
    const before = this.current;
    this.current = outcomes;
    try {
      await run();
    } catch (thrown) {
      if (thrown instanceof Stop)
        for (const outcome of outcomes) {
          outcome.status = thrown.isCommit ? "done" : "failed";
          outcome.error = thrown.error;
        }
      throw thrown;
    }
    this.current = before;
  }

  /** Goes on behind the aggregator of a source whose bundles have all run, if it has one. */
  private async aggregate(
    source: Node,
    flow: Node[],
    bundles: Bundles,
  ): Promise<void> {
    const found = aggregation(source, flow);
    if (!found) return;
    const { aggregator, after } = found;
    const { bundle, outcomes } = this.aggregates.take(aggregator);
    this.operations++;
    await this.endingFor(outcomes, async () => {
      this.note({ ...named(aggregator), result: "done", bundles: 1 });
      await this.follow(after, { ...bundles, [aggregator.id]: bundle });
    });
  }

  /** Runs a flow for one bundle. */
  private async follow(flow: Node[], bundles: Bundles): Promise<void> {
    const [node, ...rest] = flow;
    if (!node) return;
    const isOpen = passes(node.filter, (value) => this.map(value, bundles));
    if (!isOpen) {
      this.note({ ...named(node), result: "filtered", bundles: 0 });
      return;
    }
    if (isRouter(node)) {
      for (const { flow: route } of node.routes ?? [])
        await this.follow(route, bundles);
      return;
    }
    if (isAggregator(node)) {
      const entry = this.map(node.mapper ?? {}, bundles);
      this.aggregates.add(node, entry, this.current);
      return;
    }
    const outputs = (await this.outputs(node, bundles)) ?? [];
    for (const output of outputs)
      await this.follow(rest, { ...bundles, [node.id]: output });
    if (outputs.length > 0) await this.aggregate(node, rest, bundles);
  }

  /** What a node gives; undefined where a handler took its error. */
  private async outputs(
    node: Node,
    bundles: Bundles,
  ): Promise<unknown[] | undefined> {
    this.operations++;
    try {
      const mapped = this.map(node.mapper ?? {}, bundles) as Bundles;
      const outputs = isFeeder(node)
        ? feed(mapped["array"])
        : await executeNode(node, mapped, this.surroundings);
      this.note({ ...named(node), result: "done", bundles: outputs.length });
      return outputs;
    } catch (error) {
      if (!(error instanceof MakeError)) throw error;
      this.note({ ...named(node), result: "failed", bundles: 0, error });
      return this.handle(node, error, bundles);
    }
  }

  private async handle(
    { id, onerror }: Node,
    error: MakeError,
    bundles: Bundles,
  ): Promise<unknown[] | undefined> {
    if (!onerror || onerror.length === 0) throw new Stop(error, false);
    const { type, message } = error;
    const seen = { ...bundles, [id]: { error: { type, message } } };
    const last = onerror.at(-1);
    const directive = last && directiveOf(last);
    await this.follow(directive ? onerror.slice(0, -1) : onerror, seen);
    if (directive === "Resume") return [this.map(last?.mapper ?? {}, seen)];
    if (directive === "Rollback" || directive === "Commit")
      throw new Stop(error, directive === "Commit");
    for (const outcome of this.current) {
      outcome.error = error;
      outcome.status = directive === "Break" ? "incomplete" : "ignored";
    }
    return undefined;
  }

  /** Evaluates what a user mapped. */
  private map(value: unknown, bundles: Bundles): unknown {
    const { now, uuid, timezone } = this.surroundings;
    try {
      return evaluate(value, {
        variables: { ...bundles, erase: null },
        functions: {},
        ...{ now, uuid, timezone },
        dialect: "mapper",
      });
    } catch (cause) {
      if (!(cause instanceof ImlError)) throw cause;
      throw new MakeError("RuntimeError", cause.message, undefined, { cause });
    }
  }

  private note(ran: Ran): void {
    this.ran.push(ran);
    for (const outcome of this.current) outcome.ran.push(ran);
  }
}

function named({ id, module }: Node): Pick<Ran, "node" | "module"> {
  return { node: id, module };
}

/** An iterator gives one bundle an element; a single value stands in `value`. */
function feed(array: unknown): unknown[] {
  const list: unknown[] = Array.isArray(array) ? array : [];
  return list.map((element) =>
    typeof element === "object" && element !== null
      ? element
      : { value: element },
  );
}
