/** A part of an SVG drawing, as text in which everything is escaped. */
export type Svg = string & { readonly svg: unique symbol };

const UNWRITABLE = /(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

type Attributes = Record<string, string | number>;

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** An element with its parts inside. Pixels are rounded to hundredths. */
export function element(
  name: string,
  attributes: Attributes,
  ...parts: readonly Svg[]
): Svg {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escape(String(rounded(value)))}"`,
  );
  return `<${name}${written.join("")}>${parts.join("")}</${name}>` as Svg;
}

/** Text between tags, without what XML cannot write: control characters and halves of characters. */
export function text(content: string): Svg {
  return escape(content.replace(UNWRITABLE, "")) as Svg;
}

const escape = (content: string) =>
  content.replace(/[&<>"']/g, (character) => ESCAPES[character]!);

const rounded = (value: string | number) =>
  typeof value === "number" ? Math.round(value * 100) / 100 : value;
