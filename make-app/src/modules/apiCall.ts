import type { MakeModule, Service } from "../make/app";
import type { Parameter } from "../make/parameter";

const NAMES: Record<Service, string> = { hubspot: "HubSpot", xero: "Xero" };

/** The universal module of one service: any request that no other module makes. */
export function apiCall(
  id: string,
  service: Service,
  example: string,
  parameters: readonly Parameter[] = [],
  headers: Readonly<Record<string, string>> = {},
): MakeModule {
  return {
    id,
    label: "Make an API call",
    description: `Sends a custom API call to ${NAMES[service]}. You can use this to call endpoints that aren't covered by existing modules.`,
    service,
    group: "Other",
    type: "universal",
    communication: {
      temp: { record: "the API call" },
      // The slash keeps what is typed behind the host, which the token goes to; Make joins two into one.
      url: "{{connection.apiBase}}/{{parameters.url}}",
      method: "{{parameters.method}}",
      headers: {
        ...headers,
        "{{...}}": "{{toCollection(parameters.headers, 'key', 'value')}}",
      },
      qs: { "{{...}}": "{{toCollection(parameters.qs, 'key', 'value')}}" },
      body: "{{parameters.body}}",
      type: "text",
      response: {
        output: {
          body: "{{body}}",
          headers: "{{headers}}",
          statusCode: "{{statusCode}}",
        },
      },
    },
    mappableParams: [
      ...parameters,
      {
        name: "url",
        type: "text",
        label: "URL",
        help: `Enter a path relative to the address of the API. For example: \`${example}\`.`,
        required: true,
      },
      {
        name: "method",
        type: "select",
        label: "Method",
        required: true,
        default: "GET",
        options: ["GET", "POST", "PUT", "PATCH", "DELETE"].map((value) => ({
          label: value,
          value,
        })),
      },
      keysAndValues(
        "headers",
        "Headers",
        "You don't have to add authorization headers; we already did that for you.",
        [{ key: "Content-Type", value: "application/json" }],
      ),
      keysAndValues("qs", "Query string"),
      { name: "body", type: "any", label: "Body" },
    ],
    interface: [
      { name: "body", type: "any", label: "Body" },
      { name: "headers", type: "collection", label: "Headers" },
      { name: "statusCode", type: "number", label: "Status code" },
    ],
    samples: {},
  };
}

function keysAndValues(
  name: string,
  label: string,
  help?: string,
  preset?: { key: string; value: string }[],
): Parameter {
  return {
    name,
    type: "array",
    label,
    ...(help && { help }),
    ...(preset && { default: preset }),
    spec: [
      { name: "key", type: "text", label: "Key" },
      { name: "value", type: "text", label: "Value" },
    ],
  };
}
