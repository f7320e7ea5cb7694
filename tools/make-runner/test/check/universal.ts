const pairs = (name: string, label: string) => ({
  name,
  type: "array",
  label,
  spec: [
    { name: "key", type: "text", label: "Key" },
    { name: "value", type: "text", label: "Value" },
  ],
});
/** The communication of the universal module. */
export const universal = {
  url: "https://api.acme.com/{{parameters.url}}",
  method: "{{parameters.method}}",
  headers: {
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
};
/** What the universal module asks for. */
export const universalForm = [
  { name: "url", type: "text", label: "URL", required: true },
  { name: "method", type: "text", label: "Method", required: true },
  pairs("headers", "Headers"),
  pairs("qs", "Query"),
  { name: "body", type: "any", label: "Body" },
];
