import { readFileSync } from "node:fs";
import type { Make } from "@hubspot-xero/main-job/make";
import { MakeDealRun } from "@hubspot-xero/main-job/makeDealRun";
import { INVOICE_STEP } from "@hubspot-xero/main-job/mainJob";
import type { World } from "@hubspot-xero/main-job/world";
import { errorMessage, throttledFor } from "@hubspot-xero/main-job/zapier";
import { MakeError } from "@hubspot-xero/make-runner/run/MakeError";
import { join } from "node:path";
import type { Job, Outcome } from "./timetable";

/** A step of a Zap: Zapier runs it again when its throttling error says so, and leaves any other error to a person. */
export function zapierStep(
  world: World,
  kind: "triggers" | "creates",
  key: string,
  inputData: Record<string, unknown>,
  onResult: (result: unknown) => void = () => undefined,
): Job {
  return {
    name: `${key} ${Object.values(inputData)[0] ?? ""}`,
    attempt: () =>
      world.zapier.run(kind, key, { authData: world.authData, inputData }).then(
        (result): Outcome => {
          onResult(result);
          return "done";
        },
        (error: unknown): Outcome => {
          const again = throttledFor(error);
          return again === undefined
            ? { left: errorMessage(error) }
            : { again };
        },
      ),
  };
}

export const zapierInvoice = (world: World, dealId: string): Job =>
  zapierStep(world, "creates", "create_invoice_from_deal", {
    deal_id: dealId,
    ...INVOICE_STEP,
  });

/** A bundle of the Make scenario for won deals: Break takes it up where it failed, so often and after so long as the blueprint says. */
export function makeInvoice(world: World, make: Make, dealId: string): Job {
  const { authData } = world;
  const run = new MakeDealRun(make, authData["organisation_id"]!, dealId);
  const { count, minutes } = breakOf("deal-to-invoice");
  let retries = 0;
  return {
    name: `scenario ${dealId}`,
    attempt: () =>
      run.go().then(
        (): Outcome => "done",
        (error: unknown): Outcome => {
          if (!(error instanceof MakeError)) throw error;
          const isLast = retries === count;
          retries += 1;
          return isLast ? { left: error.message } : { again: minutes * 60 };
        },
      ),
  };
}

interface Node {
  onerror?: { module: string; mapper: { count: string; interval: string } }[];
}

function breakOf(scenario: string): { count: number; minutes: number } {
  const file = join(
    __dirname,
    `../../../make-app/blueprints/${scenario}.blueprint.json`,
  );
  const { flow } = JSON.parse(readFileSync(file, "utf8")) as { flow: Node[] };
  const { mapper } = flow.flatMap(({ onerror = [] }) => onerror)[0]!;
  return { count: Number(mapper.count), minutes: Number(mapper.interval) };
}
