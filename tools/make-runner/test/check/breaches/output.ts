import type { PlantedBreach } from "../breach";

const declared = "modules/getOrder/getOrder.interface.iml.json";
const samples = "modules/getOrder/getOrder.samples.iml.json";

const sample = (pointer: string, value: object): PlantedBreach => ({
  rule: "interface-samples",
  case: JSON.stringify(value),
  plant: ({ files }) => Object.assign(files[samples], value),
  at: `${samples}#${pointer}`,
});

export const outputBreaches: PlantedBreach[] = [
  {
    rule: "interface-present",
    plant: ({ files }) => {
      files[declared] = [];
      files[samples] = {};
    },
    at: declared,
  },
  sample("/number", { number: 1 }),
  sample("/total", { total: "12.50" }),
  sample("/lines/0/price", { lines: [{ price: 1 }] }),
  sample("/lines/0", { lines: ["S1"] }),
  sample("/customer/mail", { customer: { mail: "bo@acme.com" } }),
  sample("/customer", { customer: "Bo" }),
];
