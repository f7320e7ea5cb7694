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
  ["by e-mail", typed, {}, other({ EmailAddress: "x@x.example" })],
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
