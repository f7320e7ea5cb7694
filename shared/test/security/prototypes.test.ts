import { readRecord } from "../../src/flows/hubspotCustomers";
import { createInvoice } from "../../src/flows/createInvoice";
import { rows, text } from "../../src/input/input";
import { definedOnly } from "../../src/transport/definedOnly";
import { CONTACT_ID, companyWire, xeroInvoice } from "../builders";
import { warmContext } from "../flows/warmContext";
import { scriptedSend } from "../scriptedSend";

/** Parsed, because a literal's `__proto__` would set the prototype instead of a key. */
const HOSTILE =
  '"__proto__": {"isAdmin": true}, "constructor": {"prototype": {"isAdmin": true}}, "prototype": "x"';
const hostile = JSON.parse(`{${HOSTILE}}`) as Record<string, unknown>;

afterEach(() => expect({}).not.toHaveProperty("isAdmin"));

it("such keys in a step and its lines reach no request", async () => {
  const call = "PUT xero /Invoices";
  const script = scriptedSend({ call, body: { Invoices: [xeroInvoice()] } });
  const line = { ...hostile, description: "Design", unitPrice: "100" };
  await createInvoice(await warmContext(script), {
    ...hostile,
    contactId: CONTACT_ID,
    defaultAccountCode: "200",
    lineItems: [line],
  });
  const sent = JSON.stringify(script.requests);
  expect(sent).toContain('"Description":"Design"');
  expect(sent).not.toMatch(/__proto__|constructor|prototype|isAdmin/);
});

it("a text or rows under such a key are those that were given, or none", () => {
  expect(rows(hostile, "missing")).toEqual([]);
  expect(text({ ...hostile }, "prototype")).toBe("x");
});

it("what is left of an object has an object's own prototype", () => {
  const left = definedOnly(hostile);
  expect(Object.getPrototypeOf(left)).toBe(Object.prototype);
});

it.each(["constructor", "valueof", "toString"])(
  "a HubSpot property named %s that a record does not have is empty",
  (taxProperty) => {
    expect(
      readRecord("company", companyWire(), { taxProperty }).taxNumber,
    ).toBeUndefined();
  },
);
