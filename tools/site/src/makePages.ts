import { app } from "../../../make-app/src/app";
import type { MakeModule } from "../../../make-app/src/make/app";
import type { Parameter } from "../../../make-app/src/make/parameter";
import { fieldTable, sampleBlock, type Row } from "./fieldTable";
import type { Page } from "./zapierPages";

/** One page for each module of the Make app. */
export function makePages(): Page[] {
  return app.modules.map((module) => ({
    params: { module: module.id },
    content: makePage(module),
  }));
}

function makePage(module: MakeModule): string {
  const { id, label, description, group, service, samples } = module;
  const inputs = [
    ...(module.staticParams ?? []),
    ...(module.mappableParams ?? []),
  ];
  const connection = service === "xero" ? "Xero" : "HubSpot";
  return `# ${label}

${description}

Module \`${id}\`, group ${group}, on the ${connection} connection.

## Fields

${fieldTable(inputs.flatMap((input) => rows(input, aboutInput)))}

## What it hands on

${fieldTable(module.interface.flatMap((output) => rows(output, aboutOutput)))}

## Example

${sampleBlock(samples)}
`;
}

type About = (parameter: Parameter) => string;

function rows(parameter: Parameter, about: About, within = ""): Row[] {
  const { name, label, spec = [] } = parameter;
  return [
    { label: within + label, key: name, about: about(parameter) },
    ...spec.flatMap((inner) => rows(inner, about, `${label}: `)),
  ];
}

function aboutInput({ required, advanced, help, options }: Parameter): string {
  const labels = Array.isArray(options)
    ? options.map(({ label }: { label: string }) => label)
    : [];
  return [
    required && "Required.",
    advanced && "Advanced.",
    help,
    labels.length > 0 && `One of: ${labels.join(", ")}.`,
  ]
    .filter(Boolean)
    .join(" ");
}

const aboutOutput = ({ type }: Parameter) => (type === "text" ? "" : type);
