import {
  entryProperty,
  knownEntryProperty,
} from "@hubspot-xero/shared/flows/stageEntrySearch";
import type { XeroTrackingCategory } from "@hubspot-xero/shared/xero/wire";
import { writeStage } from "./stageValue";

interface Choice {
  label: string;
  value: string;
}

/** The options of every tracking category, `<category id>/<option id>`. */
export function trackingChoices(
  categories: readonly XeroTrackingCategory[] = [],
): Choice[] {
  return categories.flatMap((category) =>
    (category.Options ?? []).map((option) => ({
      label: `${category.Name}: ${option.Name}`,
      value: `${category.TrackingCategoryID}/${option.TrackingOptionID}`,
    })),
  );
}

interface Pipeline {
  id: string;
  stages: { id: string; label: string; archived?: boolean }[];
}

/**
 * The stages of a pipeline, or of all where none is chosen.
 * @param properties of the account's deals: in some pipelines the entry property has a suffix, which goes with the stage
 */
export function stageChoices(
  pipelines: readonly Pipeline[] = [],
  pipelineId?: string,
  properties: readonly { name: string }[] = [],
): Choice[] {
  const names = properties.map(({ name }) => name);
  const suffixOf = (id: string) => {
    const plain = entryProperty(id);
    const name = knownEntryProperty(id, names) ?? plain;
    return name.slice(plain.length + 1);
  };
  return pipelines
    .filter(({ id }) => !pipelineId || id === pipelineId)
    .flatMap(({ stages }) =>
      stages
        .filter(({ archived }) => !archived)
        .map(({ id, label }) => ({
          label,
          value: writeStage(id, suffixOf(id)),
        })),
    );
}
