import type { Associated } from "../hubspot/records";
import type { HubspotObject } from "../hubspot/wire";

/** HubSpot's id of the association from a deal to its primary company. */
const PRIMARY_COMPANY = 5;

/** Associations that were read on their own, in the form in which they come with a deal. */
export function dealAssociations(read: {
  lineItems?: readonly Associated[];
  companies?: readonly Associated[];
  contacts?: readonly Associated[];
}): NonNullable<HubspotObject["associations"]> {
  const results = (
    list: readonly Associated[] = [],
    type: (association: Associated) => string,
  ) => ({
    results: list.map((entry) => ({ id: entry.id, type: type(entry) })),
  });
  return {
    "line items": results(read.lineItems, () => "deal_to_line_item"),
    contacts: results(read.contacts, () => "deal_to_contact"),
    companies: results(read.companies, ({ typeIds }) =>
      typeIds.includes(PRIMARY_COMPANY)
        ? "deal_to_company"
        : "deal_to_company_unlabeled",
    ),
  };
}
