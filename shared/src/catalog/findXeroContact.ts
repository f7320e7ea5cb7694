import type { Operation } from "./field";
import { customerFields, customerMatch, organisation } from "./fields";
import { xeroContactOutput } from "./outputs";
import { xeroContactSample } from "./samples";

export const findXeroContact = {
  key: "find_xero_contact",
  noun: "Contact",
  label: "Find Xero Contact",
  description: "Finds a Xero contact by e-mail address or name.",
  fields: [
    ...customerFields.filter(({ key }) => key === "email" || key === "name"),
    customerMatch,
    organisation,
  ],
  output: xeroContactOutput,
  sample: xeroContactSample,
} as const satisfies Operation;
