import type { Instant } from "../date/calendarDate";

/** A deal's entry into a stage. */
export interface StageEntry {
  /** Deal, stage and instant of entry in one: entering again is another event. */
  id: string;
  dealId: string;
  stageId: string;
  enteredAt: Instant;
}

export function stageEntry(
  dealId: string,
  stageId: string,
  wireInstant: string,
): StageEntry {
  const enteredAt = new Date(wireInstant).toISOString();
  return {
    id: `${dealId}:${stageId}:${Date.parse(enteredAt)}`,
    dealId,
    stageId,
    enteredAt,
  };
}
