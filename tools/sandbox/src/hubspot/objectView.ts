import { linksTo } from "./associations";
import { associationTypes } from "./associationTypes";
import { COMPANY, CONTACT, DEAL, type ObjectType } from "./objectTypes";
import { propertiesOf } from "./properties";
import type { HistoryEntry, HubspotObject, Portal } from "./types";

export interface Selection {
  properties?: string[];
  propertiesWithHistory?: string[];
  associations?: ObjectType[];
}

/** An object as a read sends it: unset properties are null, unknown ones are left out without a word. */
export function viewObject(
  portal: Portal,
  type: ObjectType,
  object: HubspotObject,
  selection: Selection = {},
) {
  const history = selection.propertiesWithHistory ?? [];
  const known = propertiesOf(portal, type);
  const names = [
    type.createdProperty,
    type.modifiedProperty,
    "hs_object_id",
    ...(selection.properties ?? type.defaultProperties),
    ...history,
  ].filter((name) => known.has(name));
  return {
    id: object.id,
    properties: pick(object, names),
    ...(history.length > 0 && {
      propertiesWithHistory: Object.fromEntries(
        history
          .filter((name) => known.has(name))
          .map((name) => [name, (object.history[name] ?? []).map(viewEntry)]),
      ),
    }),
    ...timestamps(object),
    ...viewAssociations(portal, type, object, selection.associations ?? []),
    url: objectUrl(portal, type, object.id),
  };
}

/** An object as a write answers it: everything set on a create; on an update what was sent and what follows from it. */
export function viewWritten(
  portal: Portal,
  type: ObjectType,
  object: HubspotObject,
  sent?: Record<string, unknown>,
) {
  const set = Object.keys(object.properties);
  const echoed = [
    ...COMMON_ECHO,
    type.createdProperty,
    type.modifiedProperty,
    ...(UPDATE_ECHO[type.id] ?? []),
  ].filter((name) => name in object.properties);
  const names = sent ? [...echoed, ...Object.keys(sent)] : set;
  const properties = pick(object, names);
  for (const name of Object.keys(properties)) properties[name] ??= "";
  return {
    id: object.id,
    properties,
    ...timestamps(object),
    url: objectUrl(portal, type, object.id),
  };
}

const COMMON_ECHO = [
  "hs_object_id",
  "hs_object_source",
  "hs_object_source_id",
  "hs_object_source_label",
];
const CUSTOMER_ECHO = [
  "hs_pipeline",
  "hs_v2_date_entered_current_stage",
  "hs_v2_time_in_current_stage",
  "lifecyclestage",
];

/** As recorded from the real API. */
const UPDATE_ECHO: Record<string, string[]> = {
  [CONTACT.id]: [...CUSTOMER_ECHO, "hs_is_unworked", "notes_last_updated"],
  [COMPANY.id]: [...CUSTOMER_ECHO, "domain", "hs_task_label", "name"],
  [DEAL.id]: [
    "amount_in_home_currency",
    "days_to_close",
    "hs_actual_duration",
    "hs_closed_amount",
    "hs_closed_amount_in_home_currency",
    "hs_closed_deal_close_date",
    "hs_closed_deal_create_date",
    "hs_closed_won_count",
    "hs_days_to_close_raw",
    "hs_deal_stage_probability",
    "hs_deal_stage_probability_shadow",
    "hs_forecast_amount",
    "hs_is_closed",
    "hs_is_closed_count",
    "hs_is_closed_won",
    "hs_is_open_count",
    "hs_open_amount_in_home_currency",
    "hs_open_deal_create_date",
    "hs_projected_amount",
    "hs_projected_amount_in_home_currency",
    "hs_v2_date_entered_current_stage",
    "hs_v2_time_in_current_stage",
    "hs_weighted_pipeline_in_company_currency",
    "pipeline",
  ],
};

function pick(
  { properties }: HubspotObject,
  names: string[],
): Record<string, string | null> {
  return Object.fromEntries(
    [...new Set(names)].sort().map((name) => [name, properties[name] ?? null]),
  );
}

function timestamps({
  createdAt,
  updatedAt,
  archived,
  archivedAt,
}: HubspotObject) {
  return { createdAt, updatedAt, archived, ...(archivedAt && { archivedAt }) };
}

function viewEntry(entry: HistoryEntry) {
  const userId = /^userId:(\d+)$/.exec(entry.sourceId)?.[1];
  return { ...entry, ...(userId && { updatedByUserId: Number(userId) }) };
}

function viewAssociations(
  portal: Portal,
  type: ObjectType,
  object: HubspotObject,
  others: ObjectType[],
) {
  const found = others.flatMap((other) => {
    const names = new Map(
      associationTypes(portal, type, other).map(({ typeId, name }) => [
        typeId,
        name,
      ]),
    );
    const results = linksTo(portal, type, object.id, other).map(
      ({ id, typeId }) => ({ id, type: names.get(typeId) }),
    );
    return results.length > 0 ? [[other.associationKey, { results }]] : [];
  });
  return found.length > 0 ? { associations: Object.fromEntries(found) } : {};
}

function objectUrl({ state }: Portal, type: ObjectType, id: string): string {
  const { uiDomain, portalId } = state.account;
  const base = `https://${uiDomain}/contacts/${portalId}`;
  if (!type.listUrl) return `${base}/record/${type.id}/${id}`;
  const filters = JSON.stringify([
    { property: "hs_object_id", operator: "EQ", value: id },
  ]);
  return `${base}/objects/${type.id}/views/all/list?filters=${encodeURIComponent(filters)}`;
}
