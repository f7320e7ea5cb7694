import type { Given } from "./examples";
import { customerWanted } from "../functions/hubspotCustomer";
import { company, contact, NOW } from "./records";

const id = contact.ContactID;
const linked = {
  ...company,
  properties: { ...company.properties, xero_contact_id: id },
};
const other = {
  ...company,
  properties: { ...company.properties, xero_contact_id: "another" },
};
const active = { ...contact, ContactStatus: "ACTIVE", ContactNumber: "" };
const numbered = { ...active, ContactNumber: "hubspot-company-501" };
const merged = { ...active, MergedToContactID: "b" };
const readAt = "2026-11-23T08:00:00.000Z";
const contactRead = { contact: active, ids: [id], readAt };
const wanted = customerWanted({ contact: contactRead });
const byNumber = customerWanted({ contact: { contact: numbered, ids: [id] } });
const known = {
  type: "company",
  hubspotId: "501",
  name: "Acme",
  xeroContactId: id,
};
const modified = "2026-11-23T09:00:00.000Z";
const changed = {
  ...company,
  properties: { ...company.properties, hs_lastmodifieddate: modified },
};

/** Customers of HubSpot and contacts of Xero that are kept in step. */
export const customers: Readonly<Record<string, readonly Given[]>> = {
  contactEvents: [
    [[{ ...active, UpdatedDateUTC: "/Date(1795428930120+0000)/" }]],
    [undefined],
  ],
  contactEventFilter: [[true], [undefined]],
  customerQuery: [
    [{ customerType: "company" }, NOW, NOW],
    [{ customerType: "contact", taxNumberProperty: "vat" }],
    [{ taxNumberProperty: "VAT number" }],
  ],
  customerEvents: [
    [{}, [changed, company], NOW],
    [{}, undefined, NOW],
  ],
  customerWanted: [[{ contact: { contact: active, ids: [id] } }], [{}]],
  customerLook: [
    [wanted, "link"],
    [wanted, "otherLink"],
    [wanted, "number"],
    [byNumber, "number"],
    [byNumber, "merged"],
    [wanted, "key"],
    [wanted, "hit", "501"],
  ],
  customerFound: [
    [wanted, "link", [linked]],
    [wanted, "key", [company]],
    [wanted, "key", [company, other]],
    [wanted, "hit", [other]],
    [wanted, "link", undefined],
  ],
  customerArchived: [
    [byNumber, 200],
    [byNumber, 404],
  ],
  customerLookProblem: [
    [wanted, "link", 429, {}, {}],
    [wanted, "link", 400, {}, { message: "no property xero_contact_id" }],
  ],
  customerPlan: [
    [wanted, undefined, NOW],
    [wanted, { type: "company", record: company }, NOW],
    [wanted, { type: "company", record: linked }, NOW],
    [wanted, { type: "company", record: changed }, NOW],
  ],
  customerResult: [
    [wanted, { id: "501", properties: {} }, { name: "Acme" }],
    [
      wanted,
      { id: "501", properties: {} },
      { xero_contact_id: id },
      { type: "company", record: company },
    ],
  ],
  linkWanted: [
    [{ hubspotId: "501", contactId: id }],
    [{ hubspotId: "501", contactId: "accounts@acme.example" }],
    [{}],
  ],
  linkProblem: [
    [
      { contactId: id },
      { name: "company 501" },
      400,
      {},
      { message: "502 already has that value for xero_contact_id" },
    ],
  ],
  numberFilter: [
    [known, { contact: active }],
    [known, { contact: numbered }],
  ],
  withNumber: [
    [known, { contact: active, changes: {} }, []],
    [known, { contact: active, changes: {} }, [numbered]],
  ],
  presentContact: [
    [id, [active]],
    [id, [merged]],
    [id, []],
  ],
  presentContactResult: [[{ contact: active, ids: [id] }, NOW]],
  hubspotChanges: [
    ["hubspotChanges", { ...known, phone: "020 7946 0018" }, known],
  ],
};
