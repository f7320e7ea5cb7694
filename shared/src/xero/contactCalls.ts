import type { ChangesPage, XeroCalls } from "./call";
import type { XeroContact, XeroContactGroup } from "./wire";

/** Finding, reading, creating and changing contacts. */
export function contactCalls({
  call,
  list,
  create,
  changed,
  newest,
}: XeroCalls) {
  return {
    /**
     * Contacts by filter, archived ones included: an archived hit must be seen, not created again.
     * Phones and addresses only come with `whole`.
     */
    findContacts: (
      where: string,
      { whole }: { whole: boolean },
      record: string,
    ) =>
      list<XeroContact>(
        "Contacts",
        { where, includeArchived: true, page: 1, summaryOnly: !whole },
        record,
      ),

    async getContact(contactId: string, record: string): Promise<XeroContact> {
      const path = `/Contacts/${encodeURIComponent(contactId)}`;
      const body = await call<{ Contacts?: XeroContact[] }>(
        { method: "GET", path },
        record,
      );
      return body.Contacts?.[0] ?? {};
    },

    /** A page of the contacts that changed since an instant, archived ones included, in the order of the changes. */
    changedContacts: (page: ChangesPage, where?: string) =>
      changed<XeroContact>("Contacts", page, { where, includeArchived: true }),

    /** The contacts that changed last, newest first. */
    newestContacts: (limit: number, where?: string) =>
      newest<XeroContact>("Contacts", limit, { where, includeArchived: true }),

    createContact: (contact: XeroContact, record: string, key: string) =>
      create<XeroContact>("Contacts", "ContactID", contact, record, key, {
        summarizeErrors: true,
      }),

    /** The groups that contacts can be put into. */
    contactGroups: () => list<XeroContactGroup>("ContactGroups"),

    async addToGroup(
      groupId: string,
      contactId: string,
      record: string,
    ): Promise<void> {
      const path = `/ContactGroups/${encodeURIComponent(groupId)}/Contacts`;
      const body = { Contacts: [{ ContactID: contactId }] };
      await call({ method: "PUT", path, body }, record);
    },

    /** Changes the given fields of a contact; fields left out stay. Without a key: an edit repeated on purpose must not be answered from Xero's cache. */
    async updateContact(
      contactId: string,
      contact: XeroContact,
      record: string,
    ): Promise<XeroContact> {
      const path = `/Contacts/${encodeURIComponent(contactId)}`;
      const body = await call<{ Contacts?: XeroContact[] }>(
        { method: "POST", path, body: { Contacts: [contact] } },
        record,
      );
      return body.Contacts?.[0] ?? {};
    },
  };
}
