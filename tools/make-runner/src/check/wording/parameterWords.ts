import type { Rule } from "../finding";
import { formParametersOf, type FormParameter } from "../read/parameters";
import { namesIn, wronglyCased } from "./sentenceCase";

/** The words beside a field. */
export const parameterWordRules: Rule[] = [
  {
    id: "parameter-label",
    what: "parameter labels are one to three words without punctuation",
    severity: "error",
    *find(tree) {
      for (const { at, name, label } of labelled(tree)) {
        const words = label.split(/\s+/).filter(Boolean).length;
        if (words === 0) yield { path: at(), message: `Give ${name} a label.` };
        else if (words > 3)
          yield {
            path: at("label"),
            message: `Shorten the label "${label}" to three words; the rest belongs in help.`,
          };
        else if (/[.,:;!?"“”()[\]{}/]/.test(label))
          yield {
            path: at("label"),
            message: `Take the punctuation out of the label "${label}".`,
          };
      }
    },
  },
  {
    id: "parameter-label-case",
    what: "parameter labels are in sentence case",
    severity: "error",
    *find(tree) {
      const names = namesIn(tree);
      for (const { at, label } of labelled(tree)) {
        const words = wronglyCased(label, names);
        if (words.length > 0)
          yield {
            path: at("label"),
            message: `Write "${label}" in sentence case; look at: ${words.join(", ")}.`,
          };
      }
    },
  },
  {
    id: "parameter-help",
    what: "help begins with a capital letter and ends with a full stop",
    severity: "error",
    *find(tree) {
      for (const { at, name, declared } of formParametersOf(tree)) {
        const { help } = declared;
        if (typeof help !== "string" || !help) continue;
        const plain = help.replace(/^[*_`[]+/, "");
        if (/^\p{Ll}/u.test(plain) || !/\.[*_`)]*$/.test(plain.trimEnd()))
          yield {
            path: at("help"),
            message: `Begin the help of ${name} with a capital letter and end it with a full stop.`,
          };
      }
    },
  },
  {
    id: "parameter-length",
    what: "names have 1 to 128 characters, labels at most 256, and help is not empty",
    severity: "error",
    *find(tree) {
      for (const { at, name, declared } of formParametersOf(tree)) {
        const { label, help } = declared;
        if (name.length > 128 || declared.name === "")
          yield {
            path: at("name"),
            message: `Give the parameter a name of 1 to 128 characters.`,
          };
        if (typeof label === "string" && label.length > 256)
          yield {
            path: at("label"),
            message: `Shorten the label of ${name} to 256 characters.`,
          };
        if (help === "")
          yield {
            path: at("help"),
            message: `Write the help of ${name} or leave the key out.`,
          };
      }
    },
  },
];

/** The parameters that users see by their labels. */
function* labelled(
  tree: Parameters<typeof formParametersOf>[0],
): Generator<FormParameter & { label: string }> {
  for (const parameter of formParametersOf(tree)) {
    const { declared, name, type } = parameter;
    if (!name || type === "hidden" || type === "banner") continue;
    const label = typeof declared.label === "string" ? declared.label : "";
    yield { ...parameter, label };
  }
}
