import { STAGE_STAMPS } from "./dealProperties";
import type { PropertyProblem } from "./errors";
import { parseInstant } from "./instants";
import { findStage, isClosed } from "./pipelines";
import type { Portal } from "./types";

type Values = Record<string, string | undefined>;

/** A stage without a pipeline is looked for in the deal's own pipeline, or else in the first one. */
export function checkStage(
  portal: Portal,
  before: Values,
  changes: Values,
): PropertyProblem[] {
  const stageId = changes.dealstage;
  if (!stageId) return [];
  const { pipelines } = portal.state;
  const pipelineId =
    changes.pipeline ?? before.pipeline ?? pipelines[0]?.id ?? "";
  const stages =
    pipelines.find(({ id }) => id === pipelineId)?.stages.map(({ id }) => id) ??
    [];
  if (stages.includes(stageId)) return [];
  return [
    {
      name: "dealstage",
      message: `${stageId} is not a valid pipeline stage ID. Valid options are: pipelineId=${pipelineId} : [${stages.join(", ")}]`,
      error: "INVALID_OPTION",
    },
  ];
}

/** What a change of stage writes besides the stage: instants of leaving and entering, time spent, pipeline, close date. */
export function stageStamps(
  portal: Portal,
  before: Values,
  after: Values,
  now: string,
): Values {
  const [left, entered] = [before.dealstage, after.dealstage];
  if (left === entered) return {};
  const stamps: Values = {};
  if (left) {
    const since = parseInstant(before[STAGE_STAMPS.entered + left] ?? now) ?? 0;
    const spent = (parseInstant(now) ?? since) - since;
    const sofar = Number(before[STAGE_STAMPS.cumulative + left] ?? 0);
    stamps[STAGE_STAMPS.exited + left] = now;
    stamps[STAGE_STAMPS.latest + left] = String(spent);
    stamps[STAGE_STAMPS.cumulative + left] = String(sofar + spent);
  }
  stamps.hs_v2_date_entered_current_stage = entered ? now : "";
  stamps.hs_v2_time_in_current_stage = entered ? now : "";
  if (entered) {
    stamps[STAGE_STAMPS.entered + entered] = now;
    stamps.pipeline = after.pipeline ?? portal.state.pipelines[0]?.id;
    const stage = findStage(portal.state.pipelines, entered);
    if (stage && isClosed(stage) && !after.closedate) stamps.closedate = now;
  }
  return stamps;
}
