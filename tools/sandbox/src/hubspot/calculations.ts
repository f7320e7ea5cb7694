import { linksTo } from "./associations";
import { PRIMARY_COMPANY } from "./associationTypes";
import {
  companyCalculations,
  contactCalculations,
} from "./customerCalculations";
import { dealCalculations } from "./dealCalculations";
import { lineItemAmounts } from "./lineItemAmounts";
import {
  COMPANY,
  CONTACT,
  DEAL,
  LINE_ITEM,
  NOTE,
  type ObjectType,
} from "./objectTypes";
import type { HubspotObject, Portal } from "./types";

type Values = Record<string, string | undefined>;

/** Every property that HubSpot itself works out for an object; undefined ones are unset. */
export function calculate(
  portal: Portal,
  type: ObjectType,
  object: HubspotObject,
): Values {
  return {
    ...byType(portal, type, object),
    ...countAssociations(portal, type, object),
    ...ownership(portal, object),
  };
}

function byType(
  { state }: Portal,
  type: ObjectType,
  object: HubspotObject,
): Values {
  switch (type.id) {
    case CONTACT.id:
      return contactCalculations(object);
    case COMPANY.id:
      return companyCalculations(object, state);
    case DEAL.id:
      return dealCalculations(object.properties, state);
    case LINE_ITEM.id:
      return lineItemAmounts(object.properties, state.taxRates);
    case NOTE.id:
      return notePreview(object);
    default:
      return {};
  }
}

function countAssociations(
  portal: Portal,
  type: ObjectType,
  object: HubspotObject,
): Values {
  const linked = (other: ObjectType) =>
    new Set(linksTo(portal, type, object.id, other).map(({ id }) => id));
  const count = (other: ObjectType) => String(linked(other).size);
  const notes = {
    num_notes: count(NOTE),
    notes_last_updated: lastNote(portal, linked(NOTE)),
  };
  switch (type.id) {
    case DEAL.id:
      return {
        ...notes,
        num_associated_contacts: count(CONTACT),
        hs_num_of_associated_line_items: count(LINE_ITEM),
      };
    case CONTACT.id:
      return {
        ...notes,
        associatedcompanyid: linksTo(portal, type, object.id, COMPANY).find(
          ({ typeId }) => typeId === PRIMARY_COMPANY.ofContact,
        )?.id,
        num_associated_deals: unlessNone(linked(DEAL).size),
      };
    case COMPANY.id:
      return {
        ...notes,
        num_associated_contacts: count(CONTACT),
        num_associated_deals: unlessNone(linked(DEAL).size),
        hs_num_open_deals: String(
          [...linked(DEAL)].filter((id) => isOpen(portal, id)).length,
        ),
      };
    default:
      return {};
  }
}

function isOpen({ state }: Portal, dealId: string): boolean {
  const deal = state.objects[DEAL.id]?.[dealId];
  return deal?.properties.hs_is_closed === "false";
}

function lastNote({ state }: Portal, ids: Set<string>): string | undefined {
  return [...ids]
    .map((id) => state.objects[NOTE.id]?.[id]?.properties.hs_timestamp)
    .filter((timestamp) => timestamp !== undefined)
    .sort((a, b) => Date.parse(a) - Date.parse(b))
    .at(-1);
}

function unlessNone(count: number): string | undefined {
  return count === 0 ? undefined : String(count);
}

function ownership({ state }: Portal, object: HubspotObject): Values {
  const ownerId = object.properties.hubspot_owner_id;
  const owner = state.owners.find(({ id }) => id === ownerId);
  return {
    hs_all_owner_ids: ownerId,
    hs_user_ids_of_all_owners: owner && String(owner.userId),
    hubspot_owner_assigneddate:
      ownerId && object.history.hubspot_owner_id?.[0]?.timestamp,
  };
}

function notePreview({ id, properties }: HubspotObject): Values {
  const body = properties.hs_note_body;
  return {
    hs_obj_coords: `${NOTE.id}-${id}`,
    hs_body_preview: body?.replace(/<[^>]*>/g, ""),
    hs_body_preview_html:
      body && `<html>\n<head></head>\n<body>\n${body}\n</body>\n</html>`,
    hs_body_preview_is_truncated: body && "false",
  };
}
