import fc from "fast-check";
import { fuzzSettings } from "./fuzzSettings";
import { copyOf, runStep, secretsOf, type Answers } from "./inProcess";
import { mutation } from "./mutateAnswer";
import { everyStep, withStep } from "./prepared";
import { faultsOf } from "./wellBehaved";

it.each(everyStep())(
  "%s %s: an odd answer ends in a result or in a sentence",
  (kind, key, operation) =>
    withStep(kind, operation, async ({ vendors, input }) => {
      const answers: Answers = { count: 0 };
      await runStep(copyOf(vendors), kind, key, input, { answers });
      await fc.assert(
        fc.asyncProperty(mutation, async (chosen) => {
          const change = { ...chosen, call: chosen.call % answers.count };
          const run = () =>
            runStep(copyOf(vendors), kind, key, input, { change });
          expect(await faultsOf(run, secretsOf(vendors))).toEqual([]);
        }),
        fuzzSettings(),
      );
    }),
  600_000,
);
