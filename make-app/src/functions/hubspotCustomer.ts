import { readCompanyMatch } from "@hubspot-xero/shared/customer/companyDomain";
import { describeCustomer } from "@hubspot-xero/shared/customer/customer";
import {
  linkedRecord,
  readXeroContact,
} from "@hubspot-xero/shared/customer/readXeroContact";
import { readSyncFields } from "@hubspot-xero/shared/customer/syncFields";
import { validation } from "@hubspot-xero/shared/error/connectorError";
import {
  CUSTOMER_TYPES,
  LINK,
  mayCreate,
  readCustomerType,
  readRecord,
  readTaxProperty,
} from "@hubspot-xero/shared/flows/hubspotCustomers";
import type { FoundRecord } from "@hubspot-xero/shared/flows/findHubspotCustomer";
import {
  newRecord,
  recordChanges,
  upsertedCustomerOutput,
} from "@hubspot-xero/shared/flows/upsertHubspotCustomer";
import type { HubspotObject } from "@hubspot-xero/shared/hubspot/wire";
import type { Input } from "@hubspot-xero/shared/input/input";
import { attempt } from "./attempt";
import { checkNotOvertaken } from "./overtaken";
import type { ContactData } from "./presentContact";

/** The contact and how its HubSpot record is found and written, or what is wrong with the step; nothing is sent before. */
export function customerWanted(parameters: Input) {
  return attempt(() => {
    const given = parameters["contact"] as Partial<ContactData> | undefined;
    const { contact, ids, readAt } = given ?? {};
    if (!contact?.ContactID)
      throw validation(
        'Contact data is empty. Map the contact data of "Get a contact".',
      );
    const numbered = linkedRecord(contact.ContactNumber);
    return {
      search: {
        contact,
        ids: ids ?? [contact.ContactID],
        type: numbered?.type ?? readCustomerType(parameters),
        companyMatch: readCompanyMatch(parameters),
        taxProperty: readTaxProperty(parameters),
      },
      readAt,
      numbered,
      mayCreate: mayCreate(parameters),
      only: readSyncFields(parameters),
      isArchived: contact.ContactStatus !== "ACTIVE",
      name: `the HubSpot record of Xero contact "${contact.Name ?? ""}"`,
    };
  });
}

type Wanted = Exclude<ReturnType<typeof customerWanted>, { problem: string }>;

/**
 * What is to be written, and what the module hands out where nothing is.
 * @param found the record; it has none where nobody was found
 */
export function customerPlan(
  wanted: Wanted,
  found: Partial<FoundRecord> | undefined,
  now: Date | string,
) {
  return attempt(() => {
    const { search, only, isArchived } = wanted;
    const { contact } = search;
    const options = { ...search, only };
    const none = (outcome: "archived" | "missing") => ({
      output: {
        ...upsertedCustomerOutput({
          outcome,
          contact,
          customer: readXeroContact(contact, search.type),
          changedFields: [],
        }),
        linked: false,
      },
    });
    if (isArchived) return none("archived");
    const { type, record } = found ?? {};
    if (!record || !type)
      return wanted.mayCreate
        ? {
            path: CUSTOMER_TYPES[search.type].objects,
            creates: true,
            properties: newRecord(contact, search.type, options),
          }
        : none("missing");
    const changes = recordChanges(contact, { type, record }, options);
    const output = resultOf(wanted, "unchanged", { type, record });
    if (Object.keys(changes).length === 0) return { output };
    refuseNewer(wanted, { type, record }, now);
    return {
      path: `${CUSTOMER_TYPES[type].objects}/${record.id}`,
      properties: changes,
      output,
    };
  });
}

function refuseNewer(
  { readAt, search: { contact } }: Wanted,
  { type, record }: FoundRecord,
  now: Date | string,
): void {
  const modified = record.properties[CUSTOMER_TYPES[type].modified];
  const changedAt = modified ? new Date(modified).toISOString() : undefined;
  checkNotOvertaken(readAt, changedAt, now, {
    source: `the Xero contact "${contact.Name ?? ""}" (${contact.ContactID ?? ""})`,
    target: `The ${describeCustomer(readRecord(type, record))}`,
  });
}

/** What the module hands out of a record that it wrote. */
export function customerResult(
  wanted: Wanted,
  written: HubspotObject,
  properties: Record<string, string>,
  found?: Partial<FoundRecord>,
) {
  const { type = wanted.search.type, record } = found ?? {};
  const present = {
    ...record,
    ...written,
    properties: {
      ...record?.properties,
      ...written.properties,
      ...properties,
    },
  };
  return resultOf(
    wanted,
    record ? "updated" : "created",
    { type, record: present },
    properties,
  );
}

function resultOf(
  { search }: Wanted,
  outcome: "created" | "updated" | "unchanged",
  { type, record }: FoundRecord,
  written: Record<string, string> = {},
) {
  const { contact, ids, taxProperty } = search;
  return {
    ...upsertedCustomerOutput({
      outcome,
      contact,
      customer: readRecord(type, record, { taxProperty }),
      url: record.url,
      changedFields: outcome === "updated" ? Object.keys(written) : [],
    }),
    // A contact that was merged away may hold the number, which Xero keeps unique.
    linked: LINK in written && !contact.ContactNumber && ids.length === 1,
  };
}
