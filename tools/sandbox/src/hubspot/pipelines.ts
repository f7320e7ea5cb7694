import { formatInstant } from "./instants";
import type { Pipeline, PipelineSeed, PipelineStage } from "./types";

const BEGINNING = formatInstant(0);

function stage(
  id: string,
  label: string,
  probability: string,
): Pick<PipelineStage, "id" | "label" | "metadata"> {
  const isClosed = String(["1.0", "0.0"].includes(probability));
  return { id, label, metadata: { isClosed, probability } };
}

/** The pipeline that every HubSpot account starts with. */
export const SALES_PIPELINE: PipelineSeed = {
  id: "default",
  label: "Sales Pipeline",
  stages: [
    stage("appointmentscheduled", "Appointment Scheduled", "0.2"),
    stage("qualifiedtobuy", "Qualified To Buy", "0.4"),
    stage("presentationscheduled", "Presentation Scheduled", "0.6"),
    stage("decisionmakerboughtin", "Decision Maker Bought-In", "0.8"),
    stage("contractsent", "Contract Sent", "0.9"),
    stage("closedwon", "Closed Won", "1.0"),
    stage("closedlost", "Closed Lost", "0.0"),
  ],
};

/** A pipeline with everything that the wire carries. */
export function completePipeline(
  seed: PipelineSeed,
  displayOrder: number,
): Pipeline {
  return {
    label: seed.label,
    displayOrder: seed.displayOrder ?? displayOrder,
    id: seed.id,
    stages: seed.stages.map((part, index) => ({
      displayOrder: index,
      createdAt: BEGINNING,
      updatedAt: BEGINNING,
      writePermissions: "CRM_PERMISSIONS_ENFORCEMENT",
      archived: false,
      ...part,
    })),
    createdAt: BEGINNING,
    updatedAt: BEGINNING,
    archived: false,
  };
}

export function findStage(
  pipelines: Pipeline[],
  stageId: string | undefined,
): PipelineStage | undefined {
  return pipelines
    .flatMap((pipeline) => pipeline.stages)
    .find(({ id }) => id === stageId);
}

export function isClosed(stage: PipelineStage): boolean {
  return stage.metadata.isClosed === "true";
}

export function isWon(stage: PipelineStage): boolean {
  return isClosed(stage) && Number(stage.metadata.probability) === 1;
}
