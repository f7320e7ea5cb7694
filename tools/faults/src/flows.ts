import type { Flow, FlowName, Flows } from "./flow";
import { makeFlows } from "./makeFlows";
import { makeReads } from "./makeReads";
import type { Platform } from "./stage";
import { zapierFlows } from "./zapierFlows";

const flows: Record<Platform, Flows> = {
  zapier: zapierFlows,
  make: { ...makeFlows, ...makeReads },
};

/** Every flow there is. */
export const flowNames = (): FlowName[] =>
  (["zapier", "make"] as const).flatMap((platform) =>
    Object.keys(flows[platform]).map((key) => ({ platform, key })),
  );

export function flowOf({ platform, key }: FlowName): Flow {
  const flow = flows[platform][key];
  if (!flow) throw new Error(`There is no flow ${platform}/${key}.`);
  return flow;
}

/** The sentence for each step of the Zapier app, or module of the Make app, that no flow covers. */
export function missing(steps: Record<Platform, string[]>): string[] {
  return (["zapier", "make"] as const).flatMap((platform) =>
    steps[platform]
      .filter((key) => !covered(platform).has(key))
      .map(
        (key) =>
          `${key} has no scenario: add its input and what it adds to tools/faults/src/${platform}Flows.ts.`,
      ),
  );
}

const covered = (platform: Platform): Set<string> =>
  new Set(
    Object.entries(flows[platform]).flatMap(([key, { covers }]) => [
      key,
      ...(covers ?? []),
    ]),
  );
