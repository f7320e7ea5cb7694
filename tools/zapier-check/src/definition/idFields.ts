import type { InputField } from "../app/definition";

/** A field that takes the ID of a record, and has no list to choose from. */
export const takesTypedId = ({ key, label = "", ...field }: InputField) =>
  (/(^|_)ids?$/i.test(key) || /\bIDs?$/.test(label)) &&
  !field.dynamic &&
  !field.choices &&
  !field.children;
