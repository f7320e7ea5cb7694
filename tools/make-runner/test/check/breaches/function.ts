import type { App, PlantedBreach } from "../breach";

const code = "functions/centsOf/centsOf.code.js";

const source = (
  rule: string,
  what: string,
  edit: (text: string) => string,
): PlantedBreach => ({
  rule,
  case: what,
  plant: ({ files }) => (files[code] = edit(files[code])),
  at: code,
});

export const functionBreaches: PlantedBreach[] = [
  source(
    "function-length",
    "5,001 characters",
    (text) => `// ${"x".repeat(4_997 - text.length)}\n${text}`,
  ),
  source("function-shape", "another name", (text) =>
    text.replace("centsOf", "cents"),
  ),
  source(
    "function-shape",
    "two functions",
    (text) => `${text}function other() {}\n`,
  ),
  source(
    "function-shape",
    "a constant beside it",
    (text) => `const factor = 100;\n${text}`,
  ),
  source("function-shape", "no JavaScript", (text) => text.replace("(", "((")),
  source("function-semicolon", "", (text) => `${text.trimEnd()};\n`),
  source("function-calls", "", (text) => text.replace("round", "rounded")),
  {
    rule: "function-reserved",
    plant: (app) => rename(app, "upper"),
    at: "makecomapp.json#/components/function/upper",
  },
  {
    rule: "function-reserved",
    case: "a word of JavaScript",
    plant: (app) => rename(app, "delete"),
    at: "makecomapp.json#/components/function/delete",
  },
  {
    rule: "function-test",
    plant: ({ manifest }) => {
      delete manifest.components.function.centsOf.codeFiles.test;
    },
    at: code,
  },
];

function rename({ manifest, files }: App, id: string): void {
  const functions: Record<string, object> = manifest.components.function;
  functions[id] = manifest.components.function.centsOf;
  delete functions.centsOf;
  const caller = "functions/orderBody/orderBody.code.js";
  files[code] = files[code].replace("centsOf", id);
  files[caller] = files[caller].replace("centsOf", id);
}
