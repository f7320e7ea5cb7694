const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Plain text for a place that reads HTML. */
export function toHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

/** What a reader of simple HTML sees, white space collapsed. */
export function textOfHtml(html: string): string {
  const text = html.replace(/<[^>]*>/g, " ").replace(/&nbsp;/g, " ");
  return Object.entries(ENTITIES)
    .reduceRight(
      (plain, [character, entity]) => plain.replaceAll(entity, character),
      text,
    )
    .replace(/\s+/g, " ")
    .trim();
}
