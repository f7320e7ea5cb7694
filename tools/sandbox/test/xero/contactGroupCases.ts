import type { Case } from "./settlementCases";
import type { Tenant } from "./tenant";

const newGroup = ({ xero }: Tenant) =>
  `/ContactGroups/${xero.person().createContactGroup("VIPs").ContactGroupID}`;
const firstContact = ({ xero }: Tenant) => xero.books().contacts[0]!.ContactID;
const NOBODY = "11111111-1111-4111-8111-111111111111";
const one = "/ContactGroups/{ContactGroupID}";

export const contactGroupCases: Case[] = [
  ["GET", "/ContactGroups"],
  ["PUT", "/ContactGroups", undefined, { ContactGroups: [{ Name: "VIPs" }] }],
  ["GET", one, newGroup],
  ["POST", one, newGroup, { ContactGroups: [{ Name: "Key accounts" }] }],
  [
    "PUT",
    `${one}/Contacts`,
    (tenant) => `${newGroup(tenant)}/Contacts`,
    { Contacts: [] },
  ],
  [
    "PUT",
    `${one}/Contacts`,
    (tenant) => `${newGroup(tenant)}/Contacts`,
    { Contacts: [{ ContactID: NOBODY }] },
    400,
  ],
  [
    "DELETE",
    `${one}/Contacts`,
    (tenant) => `${newGroup(tenant)}/Contacts`,
    undefined,
    204,
  ],
  [
    "DELETE",
    `${one}/Contacts/{ContactID}`,
    (tenant) => `${newGroup(tenant)}/Contacts/${firstContact(tenant)}`,
    undefined,
    204,
  ],
];
