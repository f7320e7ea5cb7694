import type { Sandbox } from "@hubspot-xero/sandbox/sandbox";
import type { Stage } from "./stage";
import { namesOfIds } from "./namesOfIds";

/** What a user would lose: each record as comparable text, by kind. */
export type Tally = Record<string, string[]>;

/** Object type ids, by what the tally calls them. */
const TYPES = {
  persons: "0-1",
  companies: "0-2",
  deals: "0-3",
  products: "0-7",
  notes: "0-46",
};

/** A run that comes 3 days later is due later: dates are left out, as are HubSpot's own and calculated properties. */
const NOT_COMPARED =
  /^(?!hs_sku$|hs_note_body$)hs_|date$|^num_|^notes_|^days_to_|^amount_in_home/;

/** What both vendors' books hold, and what a trigger handed out; ids are replaced by the names of their records. */
export function tally({ sandbox, events }: Stage): Tally {
  const named = namesOfIds(sandbox);
  const text: ToText = (...parts) =>
    named(parts.map((part) => String(part ?? "")).join(" | "));
  const records = {
    ...xeroRecords(sandbox, text),
    ...hubspotRecords(sandbox, text),
    settings: settings(sandbox),
    events: events.map(named),
  };
  return Object.fromEntries(
    Object.entries(records).map(([kind, texts]) => [kind, texts.sort()]),
  );
}

type ToText = (...parts: unknown[]) => string;

function xeroRecords({ xero }: Sandbox, text: ToText): Tally {
  const { invoices, contacts, items, credits, allocations, ...more } =
    xero.books();
  return {
    invoices: invoices.map((one) =>
      text(
        ...[one.Reference, one.InvoiceNumber, one.Contact.ContactID],
        ...[one.Status, one.SentToContact],
      ),
    ),
    contacts: contacts.map((one) =>
      text(one.Name, one.ContactNumber, one.EmailAddress, one.ContactStatus),
    ),
    items: items.map((one) =>
      text(one.Code, one.Name, one.SalesDetails?.UnitPrice),
    ),
    repeatingInvoices: more.repeatingInvoices.map((one) =>
      text(one.Reference, one.Contact.ContactID, one.Status, one.Total),
    ),
    creditNotes: credits.map((one) =>
      text(one.Number, one.Reference, one.Contact.ContactID, one.Status),
    ),
    allocations: allocations.flatMap((one) =>
      one.IsDeleted ? [] : text(one.CreditID, one.InvoiceID),
    ),
    totals: [
      ...invoices.map((one) =>
        text(one.Reference, one.Total, one.AmountDue, one.AmountCredited),
      ),
      ...credits.map((one) => text(one.Reference, one.Total)),
      ...allocations.map((one) => text(one.CreditID, one.Amount)),
    ],
  };
}

/** Each record with its properties and what it is linked with. */
function hubspotRecords({ hubspot }: Sandbox, text: ToText): Tally {
  const { objects, links } = hubspot.state;
  const records = Object.entries(TYPES).map(([kind, type]) => [
    kind,
    Object.values(objects[type] ?? {}).flatMap((one) =>
      one.archived
        ? []
        : text(
            ...Object.entries(one.properties)
              .filter(([name]) => !NOT_COMPARED.test(name))
              .map(([name, value]) => `${name}=${withoutAttempt(value)}`)
              .sort(),
            ...(links[`${type}/${one.id}`] ?? [])
              .map((link) => `${link.typeId} -> ${link.type}/${link.id}`)
              .sort(),
          ),
    ),
  ]);
  return Object.fromEntries(records) as Tally;
}

/** What the set-up makes. */
function settings({ hubspot }: Sandbox): string[] {
  const { properties, propertyGroups, associationLabels } = hubspot.state;
  return [
    ...Object.values(properties).flat(),
    ...Object.values(propertyGroups).flat(),
    ...associationLabels,
  ].map(({ name }) => name);
}

/** How many attempts it took, and on which day the first was, is no loss. */
const withoutAttempt = (value: string) =>
  value.replace(/^(begun|refused|done)\|[^|]+(?:\|\d{4}-\d\d-\d\d$)?/, "$1");

export type Difference = "duplicates" | "lost" | "wrongTotals" | "wrongRecords";

/** What `found` has that the undisturbed run has not; undefined when they agree. */
export function compare(clean: Tally, found: Tally): Difference | undefined {
  const kinds = new Set([...Object.keys(clean), ...Object.keys(found)]);
  const more = [...kinds].map(
    (kind) => (found[kind]?.length ?? 0) - (clean[kind]?.length ?? 0),
  );
  if (more.some((by) => by > 0)) return "duplicates";
  if (more.some((by) => by < 0)) return "lost";
  const differing = [...kinds].filter(
    (kind) => JSON.stringify(clean[kind]) !== JSON.stringify(found[kind]),
  );
  if (differing.length === 0) return undefined;
  return differing.includes("totals") ? "wrongTotals" : "wrongRecords";
}

/** The records that differ, for a person who looks into a red case. */
export function differences(clean: Tally, found: Tally): string[] {
  const kinds = new Set([...Object.keys(clean), ...Object.keys(found)]);
  const without = (left: string[] = [], right: string[] = []) =>
    left.filter((text) => !right.includes(text));
  return [...kinds].flatMap((kind) => [
    ...without(clean[kind], found[kind]).map((text) => `- ${kind}: ${text}`),
    ...without(found[kind], clean[kind]).map((text) => `+ ${kind}: ${text}`),
    ...(clean[kind]?.length === found[kind]?.length
      ? []
      : [`${kind}: ${found[kind]?.length}, not ${clean[kind]?.length}`]),
  ]);
}
