import type { ModuleMetadata } from "../../tree/tree";
import type { Rule } from "../finding";
import { inManifest } from "../manifest/componentMaps";
import { listOf } from "../read/json";
import { actionWords, moduleWords, type Words } from "./patterns";
import { namesIn, wronglyCased } from "./sentenceCase";

const at = (id: string, key: "label" | "description") =>
  inManifest("components", "module", id, key);

/** The words by which users find a module. */
export const moduleWordRules: Rule[] = [
  {
    id: "module-label-case",
    what: "module labels are in sentence case",
    severity: "error",
    *find(tree) {
      const names = namesIn(tree);
      for (const [id, { metadata }] of tree.modules) {
        const words = wronglyCased(metadata.label ?? "", names);
        if (words.length > 0)
          yield {
            path: at(id, "label"),
            message: `Write "${metadata.label}" in sentence case; look at: ${words.join(", ")}.`,
          };
      }
    },
  },
  {
    id: "module-label-pattern",
    what: "module labels begin as Make names modules of their kind",
    severity: "error",
    *find({ modules }) {
      for (const [id, { metadata }] of modules) {
        const { label = "" } = metadata;
        const allowed = wordsFor(metadata);
        if (
          !label ||
          (allowed && !allowed.some((words) => words.label.test(label)))
        )
          yield {
            path: at(id, "label"),
            message: `Change the label "${label}" to the form: ${allowed?.map(({ as }) => as).join(" | ") ?? "verb and item"}.`,
          };
      }
    },
  },
  {
    id: "module-label-filters",
    what: "a module that searches without filters is called List",
    severity: "warning",
    *find({ modules }) {
      for (const [id, { metadata, code }] of modules)
        if (
          metadata.moduleType === "search" &&
          /^Search /.test(metadata.label) &&
          listOf(code.mappableParams?.value).length <= 1
        )
          yield {
            path: at(id, "label"),
            message: `Begin "${metadata.label}" with List, or give it filters: Search is for modules with filters.`,
          };
    },
  },
  {
    id: "module-description-sentence",
    what: "module descriptions are sentences in the third person with a full stop",
    severity: "error",
    *find({ modules }) {
      for (const [id, { metadata }] of modules) {
        const { description = "" } = metadata;
        if (!/^[A-Z][a-z]*[^s\W]s .+\.$/s.test(description))
          yield {
            path: at(id, "description"),
            message: `Write the description of ${id} as a sentence in the third person that ends with a full stop.`,
          };
      }
    },
  },
  {
    id: "module-description-pattern",
    what: "module descriptions begin as Make describes modules of their kind",
    severity: "error",
    *find({ modules }) {
      for (const [id, { metadata }] of modules) {
        const { label = "", description = "" } = metadata;
        const words = wordsFor(metadata)?.find((form) =>
          form.label.test(label),
        );
        if (words && !words.description.test(description))
          yield {
            path: at(id, "description"),
            message: `Change the description of ${id} to the form: ${words.describedAs}`,
          };
      }
    },
  },
];

const wordsFor = (metadata: ModuleMetadata): Words[] | undefined =>
  metadata.moduleType === "action" && metadata.actionCrud
    ? actionWords[metadata.actionCrud]
    : moduleWords[metadata.moduleType];
