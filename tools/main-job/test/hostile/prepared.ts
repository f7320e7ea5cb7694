import { catalog } from "@hubspot-xero/shared/catalog/catalog";
import type { Operation } from "@hubspot-xero/shared/catalog/field";
import { followClock } from "../../src/simulatedTime";
import { openVendors, runStep, type Kind, type Vendors } from "./inProcess";
import { scenarios } from "./scenarios";

/** A step, what it is told, and the vendors where it has work to do. */
export interface Prepared {
  vendors: Vendors;
  kind: Kind;
  operation: Operation;
  input: Record<string, unknown>;
}

/** Every step of the catalogue, for `it.each`. */
export function everyStep(): [Kind, string, Operation][] {
  const kinds = [
    ["creates", catalog.actions],
    ["triggers", catalog.triggers],
    ["searches", catalog.searches],
  ] as const;
  return kinds.flatMap(([kind, operations]) =>
    operations.map((operation): [Kind, string, Operation] => [
      kind,
      operation.key,
      operation,
    ]),
  );
}

/** Runs a job while `Date` tells the vendors' time, so that each run of the tests meets the same cases. */
export async function withStep(
  kind: Kind,
  operation: Operation,
  job: (step: Prepared) => Promise<void>,
): Promise<void> {
  const vendors = openVendors();
  const goBack = followClock(vendors.clock);
  try {
    const input = await prepare(vendors, kind, operation.key);
    await job({ vendors, kind, operation, input });
  } finally {
    goBack();
  }
}

async function prepare(
  vendors: Vendors,
  kind: Kind,
  key: string,
): Promise<Record<string, unknown>> {
  const scenario = scenarios[kind][key];
  if (!scenario)
    throw new Error(
      `${key} has no scenario: give it an input in tools/main-job/test/hostile/scenarios.ts.`,
    );
  if (key !== "set_up_hubspot")
    await runStep(vendors, "creates", "set_up_hubspot", { confirm: true });
  await scenario.prepare?.(vendors);
  return scenario.input?.(vendors) ?? {};
}
