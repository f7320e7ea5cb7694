import { findOrCreateContact } from "../../src/flows/findOrCreateContact";
import type { Customer } from "../../src/customer/customer";
import {
  CONTACT_ID,
  customer,
  OTHER_CONTACT_ID,
  xeroContact,
} from "../builders";
import { scriptedSend, type Reply } from "../scriptedSend";
import {
  FIND_CONTACTS,
  foundReply,
  newContactReply,
  PUT_CONTACT,
  refusal,
} from "./dealReplies";
import { TENANT, warmContext } from "./warmContext";

const start = async (replies: Reply[], changes: Partial<Customer> = {}) => {
  const script = scriptedSend(...replies);
  const context = await warmContext(script);
  const running = findOrCreateContact(context, customer(changes), "email");
  return { script, outcome: await running.catch((error: unknown) => error) };
};
const TAKEN =
  "The contact name Harbour & Finch is already assigned to another contact. The contact name must be unique across all active contacts.";
const NUMBER_TAKEN =
  "Another contact has this contact number. Please enter a different contact number.";

it("a stored link is used without a look", async () => {
  const { script, outcome } = await start([], { xeroContactId: CONTACT_ID });
  expect(outcome).toEqual({ contactId: CONTACT_ID, outcome: "stored" });
  expect(script.calls).toEqual([]);
});

it("a new contact is created under a key made of its content", async () => {
  const { script, outcome } = await start([foundReply(), newContactReply()]);
  expect(outcome).toMatchObject({ contactId: CONTACT_ID, outcome: "created" });
  expect(script.requests[1]).toMatchObject({
    query: { summarizeErrors: true },
    headers: {
      "Idempotency-Key":
        `digest of contact|${TENANT}|{"Name":"Harbour & Finch","ContactNumber"`.slice(
          0,
          64,
        ),
    },
  });
});

it.each([TAKEN, NUMBER_TAKEN])(
  "a contact that somebody else made a moment ago is found: %s",
  async (message) => {
    const made = xeroContact({
      ContactID: OTHER_CONTACT_ID,
      ContactNumber: "hubspot-company-501",
    });
    const { script, outcome } = await start([
      foundReply(),
      refusal(PUT_CONTACT, message),
      foundReply(made),
    ]);
    expect(outcome).toMatchObject({
      contactId: OTHER_CONTACT_ID,
      outcome: "matched",
    });
    expect(script.calls).toEqual([FIND_CONTACTS, PUT_CONTACT, FIND_CONTACTS]);
  },
);

it("a name that stays taken by nobody who can be found is Xero's refusal", async () => {
  const { outcome } = await start([
    foundReply(),
    refusal(PUT_CONTACT, TAKEN),
    foundReply(),
  ]);
  expect(outcome).toMatchObject({ kind: "validation", vendorText: TAKEN });
});

it("any other refusal is not tried again", async () => {
  const { script, outcome } = await start([
    foundReply(),
    refusal(PUT_CONTACT, "Email address must be valid."),
  ]);
  expect(outcome).toMatchObject({ kind: "validation" });
  expect(script.calls).toEqual([FIND_CONTACTS, PUT_CONTACT]);
});

it("two contacts that match end the flow before anything is written", async () => {
  const twin = xeroContact({ ContactID: OTHER_CONTACT_ID });
  const { script, outcome } = await start([foundReply(xeroContact(), twin)]);
  expect(outcome).toMatchObject({ kind: "conflict" });
  expect(script.calls).toEqual([FIND_CONTACTS]);
});

it("an answer that names no contact may have happened", async () => {
  const { outcome } = await start([
    foundReply(),
    newContactReply({ Name: "Harbour & Finch" }),
  ]);
  expect(outcome).toMatchObject({ kind: "server" });
});

it("a HubSpot record with neither name nor e-mail is refused here, not by Xero", async () => {
  const methods: string[] = [];
  const context = await warmContext({
    ...scriptedSend(),
    send: async ({ method }) => {
      methods.push(method);
      return { status: 200, headers: {}, body: { Contacts: [] } };
    },
  });
  const nobody = customer({ name: "", email: undefined });
  const error = await findOrCreateContact(context, nobody, "email").catch(
    (thrown: unknown) => thrown,
  );
  expect(methods).not.toContain("PUT");
  expect(error).toMatchObject({ kind: "validation" });
});

describe("the archived contact with the customer's number", () => {
  const archived = {
    ContactNumber: "hubspot-company-501",
    ContactStatus: "ARCHIVED",
  };
  const READ = `GET xero /Contacts/${CONTACT_ID}`;
  const readReply = (call: string, contact = {}): Reply => ({
    call,
    body: { Contacts: [xeroContact(contact)] },
  });

  it("is followed to the one that it was merged into, which a list does not tell", async () => {
    const left = { ContactID: OTHER_CONTACT_ID, Name: "Finch Holdings" };
    const { script, outcome } = await start([
      foundReply(xeroContact(archived)),
      readReply(READ, { ...archived, MergedToContactID: OTHER_CONTACT_ID }),
      readReply(`GET xero /Contacts/${OTHER_CONTACT_ID}`, left),
    ]);
    expect(outcome).toMatchObject({
      contactId: OTHER_CONTACT_ID,
      outcome: "matched",
    });
    expect(script.calls).toHaveLength(3);
  });

  it("is to be restored where it was merged into none", async () => {
    const { outcome } = await start([
      foundReply(xeroContact(archived)),
      readReply(READ, archived),
    ]);
    expect(outcome).toMatchObject({
      kind: "conflict",
      message: expect.stringContaining("is archived. Restore it") as string,
    });
  });
});
