/** A stage as a list offers it: its id, and after a slash what the name of its entry property has behind that. */
export function writeStage(stageId: string, suffix: string): string {
  return suffix ? `${stageId}/${suffix}` : stageId;
}

export function readStage(value: string): { stageId: string; suffix: string } {
  const [stageId = "", suffix = ""] = value.split("/");
  return { stageId, suffix };
}
