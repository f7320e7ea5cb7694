import { fill, soleMapping } from "../mapping";
import { outputLabel, type InputField } from "../operations";
import type { Condition, Rule, Template, Value } from "../template";

/** How the editor names the rules of a filter. */
const RULES: Readonly<Record<Rule, string>> = {
  exists: "Exists",
  isTrue: "(Boolean) Is true",
  isFalse: "(Boolean) Is false",
  contains: "(Text) Contains",
  greaterThan: "(Number) Greater than",
};

/** What to enter into a field, in Markdown. */
export function entryOf(
  template: Template,
  { choices }: InputField,
  value: Value,
): string {
  if (typeof value !== "string") return `_You choose_: ${value.choose}`;
  const mapped = soleMapping(value);
  if (mapped)
    return `**${outputLabel(template, mapped.step, mapped.path)}** of step ${mapped.step}`;
  return fill(
    choices[value] ?? value,
    ({ step, path }) => `**[${step}. ${outputLabel(template, step, path)}]**`,
  );
}

/** A filter's condition, in Markdown: field, rule, value. */
export function conditionOf(
  template: Template,
  { step, field, rule, value }: Condition,
): [field: string, rule: string, value: string] {
  return [
    `**${outputLabel(template, step, field)}** of step ${step}`,
    RULES[rule],
    value === undefined ? "" : `\`${value}\``,
  ];
}

/** The same in a few plain words, for a drawing. */
export function briefly(
  template: Template,
  { step, field, rule, value }: Condition,
): string {
  const words = [outputLabel(template, step, field), RULES[rule], value];
  return words.join(" ").trim();
}
