import { findXeroContact } from "../../src/flows/findXeroContact";
import {
  CONTACT_ID,
  customer,
  OTHER_CONTACT_ID,
  xeroContact,
} from "../builders";
import { scriptedSend } from "../scriptedSend";
import { foundReply } from "./dealReplies";
import { warmContext } from "./warmContext";

const other = (changes: object) =>
  xeroContact({ ContactID: OTHER_CONTACT_ID, ...changes });
const typed = customer({ hubspotId: undefined });

it.each([
  ["by e-mail", typed, {}, other({ Name: "X", EmailAddress: "x@x.example" })],
  ["by name", typed, { customerMatch: "company_name" }, other({ Name: "H&F" })],
  [
    "by name without an e-mail",
    { ...typed, email: undefined },
    {},
    other({ Name: "H&F" }),
  ],
  ["active ones only", typed, {}, other({ ContactStatus: "ARCHIVED" })],
])("finds contacts %s", async (_, who, input, miss) => {
  const script = scriptedSend(foundReply(miss, xeroContact()));
  const context = await warmContext(script);
  const found = await findXeroContact(context, who, input);
  expect(found.map(({ ContactID }) => ContactID)).toEqual([CONTACT_ID]);
});

it("finds none where an invoice would create the contact", async () => {
  const script = scriptedSend(foundReply());
  const context = await warmContext(script);
  expect(await findXeroContact(context, typed, {})).toEqual([]);
  expect(script.requests[0]?.query).toMatchObject({ summaryOnly: false });
});

it.each([
  ["share the e-mail", other({ Name: "H&F" }), {}],
  ["have the e-mail and the name", other({ EmailAddress: "x@x.example" }), {}],
  [
    "share the name",
    other({ EmailAddress: "x@x.example" }),
    { customerMatch: "company_name" },
  ],
])("contacts that %s are a conflict", async (_, second, input) => {
  const script = scriptedSend(foundReply(xeroContact(), second));
  const context = await warmContext(script);
  await expect(findXeroContact(context, typed, input)).rejects.toMatchObject({
    kind: "conflict",
    message: expect.stringContaining(OTHER_CONTACT_ID) as string,
  });
});
