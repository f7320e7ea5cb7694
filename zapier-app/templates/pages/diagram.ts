import { soleMapping } from "../mapping";
import { filledInputs, nameOf, outputLabel } from "../operations";
import type { Step, Template } from "../template";
import { briefly } from "./words";

const WIDTH = 680;
const MARGIN = 16;
const HEAD = 52;
const LINE = 20;
const GAP = 28;
const TEXT = MARGIN + 52;

/** A drawing of the steps, one below the other, with what each takes from earlier ones. */
export function diagram(template: Template): string {
  let top = MARGIN;
  const drawn: string[] = [];
  template.steps.forEach((step, index) => {
    if (index > 0) drawn.push(arrow(top - GAP));
    const lines = linesOf(template, step);
    drawn.push(box(step, index + 1, lines, top));
    top += heightOf(lines) + GAP;
  });
  const height = top - GAP + MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" font-family="Helvetica, Arial, sans-serif">`,
    `<title>${escape(template.title)}</title>`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    ...drawn,
    "</svg>",
    "",
  ].join("\n");
}

const heightOf = (lines: readonly string[]) =>
  HEAD + (lines.length > 0 ? lines.length * LINE + 8 : 0);

/** A filter's conditions, else the fields that are mapped as they are. */
function linesOf(template: Template, step: Step): string[] {
  if (step.kind === "filter")
    return step.conditions.map((condition) => briefly(template, condition));
  return filledInputs(step).flatMap(({ field, value }) => {
    const mapped = typeof value === "string" ? soleMapping(value) : undefined;
    if (!mapped) return [];
    const source = outputLabel(template, mapped.step, mapped.path);
    return [`${field.label} ← ${source} of step ${mapped.step}`];
  });
}

function box(
  step: Step,
  place: number,
  lines: readonly string[],
  top: number,
): string {
  const { app, event } = nameOf(step);
  const isFilter = step.kind === "filter";
  const style = isFilter
    ? 'fill="#fff8e6" stroke="#b7791f" stroke-dasharray="6 4"'
    : step.kind === "foreign"
      ? 'fill="#f4f4f5" stroke="#71717a"'
      : 'fill="#eef6ff" stroke="#2563eb"';
  return [
    `<rect x="${MARGIN}" y="${top}" width="${WIDTH - 2 * MARGIN}" height="${heightOf(lines)}" rx="8" stroke-width="1.5" ${style}/>`,
    `<circle cx="${MARGIN + 26}" cy="${top + HEAD / 2}" r="14" fill="#1f2937"/>`,
    text(
      MARGIN + 26,
      top + HEAD / 2 + 5,
      String(place),
      'font-size="14" font-weight="bold" fill="#ffffff" text-anchor="middle"',
    ),
    text(TEXT, top + 20, app, 'font-size="12" fill="#4b5563"'),
    text(
      TEXT,
      top + 39,
      event,
      'font-size="16" font-weight="bold" fill="#111827"',
    ),
    ...lines.map((line, index) =>
      text(
        TEXT,
        top + HEAD + 10 + index * LINE,
        line,
        'font-size="13" fill="#374151"',
      ),
    ),
  ].join("\n");
}

function arrow(top: number): string {
  const x = WIDTH / 2;
  const end = top + GAP - 3;
  return `<path d="M${x} ${top + 3} V${end} M${x - 5} ${end - 6} L${x} ${end} L${x + 5} ${end - 6}" fill="none" stroke="#6b7280" stroke-width="1.5"/>`;
}

const text = (x: number, y: number, words: string, style: string) =>
  `<text x="${x}" y="${y}" ${style}>${escape(words)}</text>`;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
};

const escape = (words: string) =>
  words.replaceAll(/[&<>]/g, (character) => ENTITIES[character] ?? "");
