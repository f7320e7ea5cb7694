import type { XeroTrackingCategory } from "@hubspot-xero/shared/xero/wire";

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

/** The stages of a pipeline, or of all where none is chosen. */
export function stageChoices(
  pipelines: readonly Pipeline[] = [],
  pipelineId?: string,
): Choice[] {
  return pipelines
    .filter(({ id }) => !pipelineId || id === pipelineId)
    .flatMap(({ stages }) =>
      stages
        .filter(({ archived }) => !archived)
        .map(({ id, label }) => ({ label, value: id })),
    );
}
