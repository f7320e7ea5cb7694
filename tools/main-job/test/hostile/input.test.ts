import fc from "fast-check";
import { fuzzSettings } from "./fuzzSettings";
import { copyOf, runStep, secretsOf } from "./inProcess";
import { inputChange, withChange } from "./oddInput";
import { everyStep, withStep } from "./prepared";
import { faultsOf } from "./wellBehaved";

it.each(everyStep())(
  "%s %s: odd input ends in a result or in a sentence",
  (kind, key, operation) =>
    withStep(kind, operation, ({ vendors, input }) =>
      fc.assert(
        fc.asyncProperty(inputChange, async (change) => {
          const odd = withChange(input, operation.fields, change);
          const run = () => runStep(copyOf(vendors), kind, key, odd);
          expect(await faultsOf(run, secretsOf(vendors))).toEqual([]);
        }),
        fuzzSettings(),
      ),
    ),
  600_000,
);
