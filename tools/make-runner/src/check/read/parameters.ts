import type { MakeTree, Section } from "../../tree/tree";
import { below, isObject, listOf, place, type JsonObject } from "./json";
import { parameterCodes, sectionsOf, type OwnedSection } from "./sections";

/** A parameter as it is declared, and where. */
export interface Parameter {
  declared: JsonObject;
  type: string;
  name: string;
  pointer: string;
  /** Whether it stands in the `spec` of a list or a collection. */
  inside: boolean;
}

/** A parameter of a form, with the form. */
export interface FormParameter extends Parameter {
  owned: OwnedSection;
  /** Where something in the parameter stands. */
  at(...keys: (string | number)[]): string;
}

/** Every parameter of every form of a tree, those in specs and in options included. */
export function* formParametersOf(tree: MakeTree): Generator<FormParameter> {
  for (const owned of sectionsOf(tree)) {
    if (!parameterCodes.has(owned.code)) continue;
    for (const parameter of parametersOf(owned.section.value))
      yield {
        ...parameter,
        owned,
        at: (...keys) =>
          place(
            owned.section.path,
            keys.reduce<string>(below, parameter.pointer),
          ),
      };
  }
}

/** The parameters of a list, and those below them. */
export function* parametersOf(
  list: unknown,
  pointer = "",
  inside = false,
): Generator<Parameter> {
  for (const [index, item] of listOf(list).entries())
    if (isObject(item))
      yield* parameterAndBelow(item, below(pointer, index), inside);
}

function* parameterAndBelow(
  declared: JsonObject,
  pointer: string,
  inside: boolean,
): Generator<Parameter> {
  const { type, name, spec } = declared;
  yield {
    declared,
    type: typeof type === "string" ? type : "",
    name: typeof name === "string" ? name : "",
    pointer,
    inside,
  };
  const specAt = below(pointer, "spec");
  if (isObject(spec)) yield* parameterAndBelow(spec, specAt, true);
  else yield* parametersOf(spec, specAt, true);
  for (const [list, at] of nestedLists(declared, pointer))
    yield* parametersOf(list, at, inside);
}

/** The lists of parameters that a choice of the user opens: `nested` at any depth of the options. */
function* nestedLists(
  value: unknown,
  pointer: string,
): Generator<[unknown, string]> {
  if (Array.isArray(value))
    for (const [index, item] of value.entries())
      yield* nestedLists(item, below(pointer, index));
  if (!isObject(value)) return;
  const { nested } = value;
  const at = below(pointer, "nested");
  if (Array.isArray(nested)) yield [nested, at];
  if (isObject(nested)) yield [nested.store, below(at, "store")];
  for (const key of ["options", "store", "placeholder"])
    yield* nestedLists(value[key], below(pointer, key));
}

/** Whether an RPC adds parameters to the form that the tree does not show. */
export const isDynamic = (section: Section | undefined): boolean =>
  typeof section?.value === "string" ||
  listOf(section?.value).some((item) => typeof item === "string") ||
  /"nested"\s*:\s*(\{\s*"store"\s*:\s*)?"rpc:/.test(
    JSON.stringify(section?.value ?? []),
  );
