import { choose, type Fields } from "./template";

const lineChoices: Fields = {
  account_code: choose(
    "the revenue account for lines whose item has none, such as Sales",
  ),
  tax_type: choose("the tax rate for lines that bring none of their own"),
  tax_table: choose(
    "one row for each HubSpot tax rate on your lines; none where you use no HubSpot tax rates",
  ),
};

/** How deals are invoiced: drafts, until a person trusts it. */
export const INVOICE_CHOICES: Fields = {
  invoice_status: "DRAFT",
  ...lineChoices,
};
