import { toNumber, toText } from "../convert";
import { isSame } from "../operate";
import { isCollection } from "../readKey";
import type { Builtin } from "./builtin";

const text =
  (change: (text: string) => unknown): Builtin =>
  ([value]) =>
    change(toText(value));

export const stringFunctions: Record<string, Builtin> = {
  ascii: ([value, fold]) => ascii(toText(value), Boolean(fold)),
  capitalize: text((t) => t.slice(0, 1).toUpperCase() + t.slice(1)),
  contains: ([held, wanted]) =>
    Array.isArray(held)
      ? held.some((element) => isSame(element, wanted))
      : toText(held).includes(toText(wanted)),
  indexOf: ([value, wanted, start]) =>
    toText(value).indexOf(toText(wanted), position(start, 0)),
  length: ([value]) => lengthOf(value),
  lower: text((t) => t.toLowerCase()),
  replace: ([value, search, replacement]) =>
    replace(toText(value), search, toText(replacement)),
  replaceEmojiCharacters: ([value, replacement]) =>
    toText(value).replace(emoji, () => toText(replacement)),
  // Inferred: no separator leaves the text whole, and nothing splits into nothing.
  split: ([value, separator]) => {
    const whole = toText(value);
    if (whole === "") return [];
    return separator === undefined ? [whole] : whole.split(toText(separator));
  },
  startcase: text((t) =>
    t
      .toLowerCase()
      .replace(/(?<![\p{L}\p{N}'])\p{L}/gu, (l) => l.toUpperCase()),
  ),
  substring: ([value, start, end]) => {
    const whole = toText(value);
    return whole.substring(position(start, 0), position(end, whole.length));
  },
  toString: text((t) => t),
  trim: text((t) => t.trim()),
  upper: text((t) => t.toUpperCase()),
};

const emoji =
  /\p{Extended_Pictographic}(?:\ufe0f|\u200d\p{Extended_Pictographic}|\p{Emoji_Modifier})*/gu;
const written = /^\/(.+)\/([dgimsuy]*)$/s;

function ascii(value: string, fold: boolean): string {
  const folded = fold ? value.normalize("NFD") : value;
  return [...folded].filter((char) => char <= "\u007f").join("");
}

function lengthOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  if (value instanceof Uint8Array) return value.byteLength;
  return isCollection(value) ? Object.keys(value).length : toText(value).length;
}

/** Inferred: a plain text is replaced wherever it stands, and a text written /.../ is a regex. */
function replace(value: string, search: unknown, replacement: string): string {
  if (search instanceof RegExp) return value.replace(search, replacement);
  const [, source, flags] = written.exec(toText(search)) ?? [];
  if (source !== undefined) {
    return value.replace(new RegExp(source, flags), replacement);
  }
  if (toText(search) === "") return value;
  return value.replaceAll(toText(search), () => replacement);
}

function position(value: unknown, otherwise: number): number {
  return value === undefined || value === null ? otherwise : toNumber(value);
}
