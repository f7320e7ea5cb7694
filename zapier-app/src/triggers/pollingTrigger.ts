import type { Operation } from "@hubspot-xero/shared/catalog/field";
import type { Context } from "@hubspot-xero/shared/flows/context";
import type { Input } from "@hubspot-xero/shared/input/input";
import { perform } from "../connection";
import { describe, inputFields, outputFields } from "../fields/fields";

/** Zapier's editor shows three records. */
const SAMPLES = 3;

/** A trigger that asks Xero what has changed: the newest records for the editor's sample, else the changes since the last poll. */
export function pollingTrigger<Event, Wanted extends object>(
  operation: Operation,
  flow: {
    list: (
      context: Context,
      options: Wanted & { populate: boolean },
    ) => Promise<Event[]>;
    sample: (
      context: Context,
      limit: number,
      options: Wanted,
    ) => Promise<Event[]>;
    /** What the step's own fields ask for. */
    wanted: (input: Input) => Wanted;
  },
) {
  return {
    ...describe(operation),
    operation: {
      type: "polling" as const,
      inputFields: inputFields(operation),
      outputFields: outputFields(operation),
      sample: operation.sample,
      perform: perform((context, input, { meta }) => {
        const wanted = flow.wanted(input);
        return meta.isLoadingSample
          ? flow.sample(context, SAMPLES, wanted)
          : flow.list(context, {
              ...wanted,
              populate: meta.isPopulatingDedupe,
            });
      }),
    },
  };
}
