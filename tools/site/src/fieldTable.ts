/** A row of a table: what a field is called, its key, and what there is to know. */
export interface Row {
  label: string;
  key: string;
  about: string;
}

/** A Markdown table of fields; nothing where there are none. */
export function fieldTable(rows: readonly Row[]): string {
  if (rows.length === 0) return "None.";
  return [
    "| Field | Key | What it is |",
    "| --- | --- | --- |",
    ...rows.map(
      ({ label, key, about }) =>
        `| ${cell(label)} | \`${key}\` | ${cell(about)} |`,
    ),
  ].join("\n");
}

/** Texts of the apps hold links in Markdown, but no tables and no markup. */
const cell = (text: string) =>
  text
    .replaceAll("|", "\\|")
    .replaceAll("<", "&lt;")
    .replaceAll("{{", "&#123;&#123;")
    .replaceAll("\n", " ");

/** The sample of an output, as a block of JSON. */
export const sampleBlock = (sample: object): string =>
  ["```json", JSON.stringify(sample, null, 2), "```"].join("\n");
