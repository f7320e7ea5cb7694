import { visit } from "jsonc-parser";
import type { Section } from "../../tree/tree";

/** Whether a comment of the file speaks of something, and so gives the reason for it. */
export function hasReason({ text }: Section, about: RegExp): boolean {
  let found = false;
  visit(text, {
    onComment: (offset, length) => {
      found ||= about.test(text.slice(offset, offset + length));
    },
  });
  return found;
}
