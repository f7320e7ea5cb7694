import type { ImlValue } from "../make/communication";
import type { Parameter } from "../make/parameter";

/** What the Xero modules hand to `Update a deal`, beside the fields that people map one by one. */
const invoice: Parameter = {
  name: "invoice",
  type: "any",
  label: "Invoice data",
};

export const invoiceData: {
  interface: Parameter[];
  samples: Record<string, ImlValue>;
} = {
  interface: [invoice],
  samples: {
    invoice: {
      id: "0b4ad9b1-6f2c-4c8e-9a51-3d2f7c1e8a90",
      number: "INV-0042",
      status: "AUTHORISED",
    },
  },
};

export const invoiceForDeal: typeof invoiceData = {
  interface: [invoice, { name: "syncMark", type: "text", label: "Deal mark" }],
  samples: {
    ...invoiceData.samples,
    syncMark: "done|1|HS-49301844761|HS-49301844761",
  },
};
