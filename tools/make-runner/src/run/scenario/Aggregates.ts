/**
 * Array aggregators: what each has collected since its source ran.
 *
 * Inferred, because Make documents no answer:
 * - A source that gives bundles of which none reaches the aggregator gives an empty list, and the flow goes on; a
 *   source that gives none ends the flow.
 * - What stands between the source and the aggregator is not seen behind it.
 */
import { isAggregator, type Node } from "./blueprint";
import type { BundleOutcome } from "./FlowRun";

interface Collected {
  entry: unknown;
  outcomes: BundleOutcome[];
}

export class Aggregates {
  private readonly collected = new Map<number, Collected[]>();

  /** Keeps a bundle that reached the aggregator. */
  add({ id }: Node, entry: unknown, outcomes: BundleOutcome[]): void {
    const kept = this.collected.get(id) ?? [];
    this.collected.set(id, [...kept, { entry, outcomes }]);
  }

  /** The one bundle of the aggregator, and the outcomes that now depend on it. */
  take({ id }: Node): { bundle: unknown; outcomes: BundleOutcome[] } {
    const kept = this.collected.get(id) ?? [];
    this.collected.delete(id);
    const array = kept.map(({ entry }) => entry);
    return {
      bundle: { array, __IMTAGGLENGTH__: array.length },
      outcomes: [...new Set(kept.flatMap(({ outcomes }) => outcomes))],
    };
  }
}

/** The aggregator of a source and what follows it, in the flow behind the source. */
export function aggregation(
  source: Node,
  flow: Node[],
): { aggregator: Node; after: Node[] } | undefined {
  const index = flow.findIndex(
    (node) => isAggregator(node) && node.parameters?.["feeder"] === source.id,
  );
  const aggregator = flow[index];
  return aggregator && { aggregator, after: flow.slice(index + 1) };
}
