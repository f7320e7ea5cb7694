import { catalog } from "../../../shared/src/catalog/catalog";
import type {
  Field,
  Operation,
  OutputField,
} from "../../../shared/src/catalog/field";
import { fieldTable, sampleBlock, type Row } from "./fieldTable";

/** A page of the site, made from the catalogue. */
export interface Page {
  params: Record<string, string>;
  content: string;
}

/** One page for each trigger, action and search on Zapier. */
export function zapierPages(): Page[] {
  return Object.values(catalog)
    .flat()
    .map((operation) => ({
      params: { operation: operation.key },
      content: zapierPage(operation),
    }));
}

function zapierPage(operation: Operation): string {
  const { label, key, description, fields, output, sample } = operation;
  return `# ${label}

${description}

Key: \`${key}\`

## Fields

${fieldTable(fields.flatMap((field) => inputRows(field)))}

## What it hands on

${fieldTable(output.flatMap((field) => outputRows(field)))}

## Example

${sampleBlock(sample)}
`;
}

function inputRows(field: Field, within = ""): Row[] {
  const { key, label, children = [] } = field;
  const row = { label: within + label, key, about: aboutInput(field) };
  return [row, ...children.flatMap((child) => inputRows(child, `${label}: `))];
}

function aboutInput(field: Field): string {
  const { required, help, choices, list, children } = field;
  const given = choices?.find(({ value }) => value === field.default)?.label;
  return [
    required && "Required.",
    list && "Several.",
    children && "Line items.",
    help,
    choices && `One of: ${choices.map(({ label }) => label).join(", ")}.`,
    field.default && `Without a choice: ${given ?? field.default}.`,
  ]
    .filter(Boolean)
    .join(" ");
}

function outputRows(field: OutputField, within = ""): Row[] {
  const { key, label, type, children = [] } = field;
  const about = children.length > 0 ? "Line items." : aboutOutput(type);
  return [
    { label: within + label, key, about },
    ...children.flatMap((child) => outputRows(child, `${label}: `)),
  ];
}

const ABOUT = {
  string: "",
  number: "A number.",
  integer: "A whole number.",
  boolean: "Yes or no.",
  datetime: "A date, `YYYY-MM-DD`, or an instant, ISO 8601 with an offset.",
};

const aboutOutput = (type: OutputField["type"] = "string") => ABOUT[type];
