import type {
  Definition,
  InputField,
  Kind,
  OutputField,
  Step,
} from "./definition";

export const kinds: readonly Kind[] = ["triggers", "creates", "searches"];

export interface PlacedStep {
  kind: Kind;
  step: Step;
  /** Such as `creates.create_invoice`. */
  path: string;
}

export interface PlacedField {
  field: InputField;
  path: string;
}

export const stepsOf = (definition: Definition): PlacedStep[] =>
  kinds.flatMap((kind) =>
    Object.entries(definition[kind] ?? {}).map(([key, step]) => ({
      kind,
      step,
      path: `${kind}.${key}`,
    })),
  );

/** The steps that users see: not those that fill dropdowns. */
export const visibleSteps = (definition: Definition): PlacedStep[] =>
  stepsOf(definition).filter(({ step }) => !step.display.hidden);

/** The input fields that are the same for every user, with the columns of line items. */
export const inputsOf = ({ step, path }: PlacedStep): PlacedField[] =>
  placed(statics(step.operation.inputFields), `${path}.inputFields`);

export const outputsOf = ({ step }: PlacedStep): OutputField[] =>
  statics(step.operation.outputFields);

export const authFieldsOf = ({ authentication }: Definition): PlacedField[] =>
  placed(authentication?.fields ?? [], "authentication.fields");

const statics = <Field extends object>(
  fields: readonly (Field | string)[] = [],
): Field[] => fields.filter((field) => typeof field !== "string");

const placed = (fields: readonly InputField[], path: string): PlacedField[] =>
  fields.flatMap((field) => {
    const at = `${path}.${field.key}`;
    return [{ field, path: at }, ...placed(field.children ?? [], at)];
  });
