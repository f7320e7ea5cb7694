import { invalid } from "./errors";
import type { ObjectType } from "./objectTypes";
import { required, text, type JsonObject } from "./requests";
import type { AssociationLabel, Portal } from "./types";

/** A label for associations of this account, with its counterpart in the other direction. */
export function createLabel(
  portal: Portal,
  from: ObjectType,
  to: ObjectType,
  body: JsonObject,
) {
  const { state } = portal;
  const [label, name] = [required(body, "label"), required(body, "name")];
  const taken = state.associationLabels.some(
    (other) =>
      other.from === from.id && other.to === to.id && other.name === name,
  );
  if (taken) throw invalid(`Association label ${name} already exists`);
  const typeId = state.nextAssociationTypeId++;
  const inverseTypeId = state.nextAssociationTypeId++;
  const made: AssociationLabel[] = [
    { from: from.id, to: to.id, typeId, inverseTypeId, name, label },
    {
      from: to.id,
      to: from.id,
      typeId: inverseTypeId,
      inverseTypeId: typeId,
      name,
      label: text(body.inverseLabel) ?? label,
    },
  ];
  state.associationLabels.push(...made);
  portal.committed();
  return made.map((one) => ({
    category: "USER_DEFINED",
    typeId: one.typeId,
    label: one.label,
  }));
}
