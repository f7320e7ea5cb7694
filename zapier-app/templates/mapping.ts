/** What an earlier step gave, in a text: `{{<step>__<path>}}`. */
export interface Placeholder {
  step: number;
  /** As output fields are named: `field`, `record__field` or `lines[]field`. */
  path: string;
}

const PLACEHOLDER = /\{\{(\d+)__([a-z0-9_]+(?:\[\][a-z0-9_]+)?)\}\}/g;

const read = (step = "", path = ""): Placeholder => ({
  step: Number(step),
  path,
});

export function placeholdersOf(text: string): Placeholder[] {
  return [...text.matchAll(PLACEHOLDER)].map(([, step, path]) =>
    read(step, path),
  );
}

/** The text with every placeholder replaced. */
export function fill(
  text: string,
  valueOf: (placeholder: Placeholder) => string,
): string {
  return text.replaceAll(PLACEHOLDER, (_, step: string, path: string) =>
    valueOf(read(step, path)),
  );
}

/** The placeholder that the text is, where it is nothing else. */
export function soleMapping(text: string): Placeholder | undefined {
  const [placeholder] = placeholdersOf(text);
  return placeholder && fill(text, () => "") === "" ? placeholder : undefined;
}
