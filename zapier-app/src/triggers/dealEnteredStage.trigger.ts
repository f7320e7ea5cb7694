import { dealEnteredStage } from "@hubspot-xero/shared/catalog/dealEnteredStage";
import {
  findStageEntries,
  listStageEntries,
  sampleStageEntries,
} from "@hubspot-xero/shared/flows/listStageEntries";
import { stageEntryOutput } from "@hubspot-xero/shared/flows/stageEntryOutput";
import { requiredText } from "@hubspot-xero/shared/input/input";
import { perform } from "../connection";
import { describe, inputFields, outputFields } from "../fields/fields";

/** Zapier's editor shows three records. */
const SAMPLES = 3;

const dealEnteredStageTrigger = {
  ...describe(dealEnteredStage),
  operation: {
    type: "polling" as const,
    inputFields: inputFields(dealEnteredStage),
    outputFields: outputFields(dealEnteredStage),
    sample: dealEnteredStage.sample,
    perform: perform(async (context, input, { meta }) => {
      const stageId = requiredText(input, "stageId", "Stage");
      // Only the ids matter when Zapier notes what was there before the Zap was turned on.
      if (meta.isPopulatingDedupe)
        return findStageEntries(context, stageId, {});
      const events = meta.isLoadingSample
        ? await sampleStageEntries(context, stageId, SAMPLES)
        : await listStageEntries(context, stageId);
      return events.map(stageEntryOutput);
    }),
  },
};

export default dealEnteredStageTrigger;
