import type { Operation } from "@hubspot-xero/shared/catalog/field";
import type { Context } from "@hubspot-xero/shared/flows/context";
import { perform } from "../connection";
import { describe, inputFields, outputFields } from "../fields/fields";

/** Zapier's editor shows three records. */
const SAMPLES = 3;

/** A trigger that asks Xero what has changed: the newest records for the editor's sample, else the changes since the last poll. */
export function pollingTrigger<Event>(
  operation: Operation,
  flow: {
    list: (
      context: Context,
      options: { populate: boolean },
    ) => Promise<Event[]>;
    sample: (context: Context, limit: number) => Promise<Event[]>;
  },
) {
  return {
    ...describe(operation),
    operation: {
      type: "polling" as const,
      inputFields: inputFields(operation),
      outputFields: outputFields(operation),
      sample: operation.sample,
      perform: perform((context, _input, { meta }) =>
        meta.isLoadingSample
          ? flow.sample(context, SAMPLES)
          : flow.list(context, { populate: meta.isPopulatingDedupe }),
      ),
    },
  };
}
