import type { SimplePublicObjectWithAssociations } from "@hubspot/api-client/lib/codegen/crm/deals";

/** HubSpot's date-based API version; v3 and v4 end in 2027. `2026-03` is the fallback for portals whose admin rules block API writes. */
export const HUBSPOT_API_VERSION = "2026-09";

type Properties = Record<string, string | null | undefined>;

/** A CRM record on the wire: every value is text or null; instants are ISO text. */
export interface HubspotObject {
  id: SimplePublicObjectWithAssociations["id"];
  properties: Properties;
  /** Opens the record in HubSpot. */
  url?: string;
  propertiesWithHistory?: Record<
    string,
    { value: string; timestamp: string }[] | undefined
  >;
  /** The key of line items has a space: `line items`. */
  associations?: Record<
    string,
    | {
        results?: { id: string; type: string }[];
        /** Present when the record has more associations than came along. */
        paging?: unknown;
      }
    | undefined
  >;
}

export type HubspotObjectType =
  "deals" | "line_items" | "companies" | "contacts" | "notes" | "products";

export interface HubspotAccount {
  portalId: number;
  timeZone: string;
  companyCurrency: string;
  uiDomain: string;
}
