import { DeployError } from "../DeployError";
import {
  REFERENCES,
  titleOf,
  type LocalComponent,
  type ReferenceField,
} from "../local/component";
import { pairOf, type IdMapping } from "../origin/mapping";

/**
 * Fails before anything is written where a component cannot be created as the tree has it.
 * @throws DeployError naming the component, the field and the remedy
 */
export function checkReferences(
  locals: LocalComponent[],
  mapping: IdMapping | undefined,
): void {
  for (const local of locals) {
    const { kind, metadata, birth } = local;
    if ((kind === "connection" || kind === "webhook") && !birth.type)
      throw new DeployError(
        `The ${titleOf(local)} has no ${kind}Type. Add it to makecomapp.json.`,
      );
    if ("webhook" in metadata && !metadata.webhook)
      throw new DeployError(
        `The ${titleOf(local)} is an instant trigger without a webhook. Name one in makecomapp.json.`,
      );
    for (const [field, target] of Object.entries(REFERENCES)) {
      const id = metadata[field as ReferenceField];
      if (!id || pairOf(mapping, target, id)) continue;
      if (locals.some((other) => other.kind === target && other.id === id))
        continue;
      throw new DeployError(
        `The ${titleOf(local)} names the ${target} ${id} as its ${field}, and the tree has no such ${target}. ` +
          "Correct makecomapp.json.",
      );
    }
  }
}
