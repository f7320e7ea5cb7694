/** A Markdown table; a bar inside a cell would end it. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join(
    "\n",
  );
}

/** Blocks with an empty line between them. */
export function blocks(parts: readonly string[]): string {
  return `${parts.join("\n\n")}\n`;
}

export const WARNING =
  "<!-- Written by `npm run templates -w zapier-app` from zapier-app/templates: change it there. -->";
