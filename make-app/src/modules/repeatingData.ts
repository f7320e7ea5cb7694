import type { ImlValue } from "../make/communication";
import type { Parameter } from "../make/parameter";

/** What the HubSpot modules hand to the Xero modules about a deal with repeating invoices. */
export const repeatingData: {
  interface: Parameter[];
  samples: Record<string, ImlValue>;
} = {
  interface: [{ name: "repeating", type: "any", label: "Repeating data" }],
  samples: {
    repeating: {
      deal: { id: "49301844761", name: "Website care", currency: "GBP" },
      ids: ["7c1d0a52-93be-4f0e-8a67-2b4e6d9f1c38"],
    },
  },
};
