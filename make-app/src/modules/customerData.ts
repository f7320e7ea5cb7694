import type { ImlValue } from "../make/communication";
import type { Parameter } from "../make/parameter";

interface Data {
  interface: Parameter[];
  samples: Record<string, ImlValue>;
}

/** What the HubSpot trigger hands to `Create or update a contact`, beside the fields that people map one by one. */
export const customerData: Data = {
  interface: [{ name: "customer", type: "any", label: "Customer data" }],
  samples: {
    customer: {
      type: "company",
      hubspotId: "30517120445",
      name: "Harbour & Finch Ltd",
    },
  },
};

/** What `Get a contact` hands to `Create or update a customer`. */
export const contactData: Data = {
  interface: [{ name: "contact", type: "any", label: "Contact data" }],
  samples: {
    contact: {
      contact: {
        ContactID: "5d3f1b77-0e4a-4f7e-8f0b-9c6a2f1d4e55",
        Name: "Harbour & Finch Ltd",
        ContactStatus: "ACTIVE",
      },
      ids: ["5d3f1b77-0e4a-4f7e-8f0b-9c6a2f1d4e55"],
    },
  },
};
