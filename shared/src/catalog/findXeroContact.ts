import type { Operation } from "./field";
import { customerFields, customerMatch, organisation } from "./fields";
import { xeroContactOutput } from "./outputs";
import { upsertXeroContact } from "./upsertXeroContact";

const { outcome, changed_fields, linked, ...sample } = upsertXeroContact.sample;
void [outcome, changed_fields, linked];

export const findXeroContact = {
  key: "find_xero_contact",
  noun: "Contact",
  label: "Find Contact",
  description: "Finds a Xero contact by e-mail address or name.",
  fields: [
    ...customerFields.filter(({ key }) => key === "email" || key === "name"),
    customerMatch,
    organisation,
  ],
  output: xeroContactOutput,
  sample,
} as const satisfies Operation;
