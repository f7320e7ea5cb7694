import { checkForXero } from "../../src/customer/checkForXero";
import { writeContact } from "../../src/customer/writeContact";
import { creditLines } from "../../src/creditNote/creditLines";
import { dealBilling } from "../../src/deal/dealBilling";
import { dealNote } from "../../src/deal/dealNote";
import { invoiceReference } from "../../src/deal/billingKey";
import { billLine } from "../../src/invoice/billLine";
import { readMappedInvoice } from "../../src/invoice/mappedInvoice";
import { readInvoiceOptions } from "../../src/invoice/options";
import { readInvoice } from "../../src/invoice/readInvoice";
import type { CalendarDate } from "../../src/date/calendarDate";
import { checkSource } from "../../src/item/checkSource";
import { cleanItemDescription, cleanItemName } from "../../src/item/item";
import { readItemOptions } from "../../src/item/itemOptions";
import { customer, d, lineItem, xeroInvoice } from "../builders";

const sizes = (limit: number) => [limit, limit + 1, limit * 20];
const text = (length: number) => "x".repeat(length);
/** As it is up to the limit, and cut to it with an ellipsis beyond. */
const fitted = (length: number, limit: number) =>
  length <= limit ? text(length) : `${text(limit - 1)}…`;

const mapped = (length: number) => {
  const input = {
    reference: text(length),
    lineItems: [{ description: text(length), unitPrice: "1" }],
  };
  return readMappedInvoice(input, readInvoiceOptions(input), {
    today: "2026-11-23" as CalendarDate,
    timeZone: "Europe/London",
    items: {},
  });
};
const credited = (length: number) => {
  const line = { Description: "Design", LineAmount: 100, AccountCode: "200" };
  const invoice = readInvoice(xeroInvoice({ LineItems: [line] }));
  return creditLines(invoice, d("1"), text(length)).LineItems?.[0]?.Description;
};
const contact = (length: number) =>
  writeContact(
    customer({
      name: text(length),
      firstName: text(length),
      lastName: text(length),
      phone: text(length),
      mobile: text(length),
      address: {
        line1: text(length),
        line2: text(length),
        city: text(length),
        region: text(length),
        postalCode: text(length),
        country: text(length),
      },
    }),
  );
const address = (length: number) => contact(length).Addresses?.[0];

type Written = (length: number) => string | undefined;
const CUT: readonly (readonly [field: string, limit: number, Written])[] = [
  ["mapped line's description", 4000, (n) => mapped(n).lines[0]?.description],
  ["mapped reference", 255, (n) => mapped(n).reference],
  [
    "deal line's description",
    4000,
    (n) => billLine(lineItem({ name: text(n), description: "" })).description,
  ],
  ["credited line's description", 4000, credited],
  ["contact's name", 255, (n) => contact(n).Name],
  ["first name", 255, (n) => contact(n).FirstName],
  ["last name", 255, (n) => contact(n).LastName],
  ["phone", 50, (n) => contact(n).Phones?.[0]?.PhoneNumber],
  ["mobile phone", 50, (n) => contact(n).Phones?.[1]?.PhoneNumber],
  ["address line 1", 500, (n) => address(n)?.AddressLine1],
  ["address line 2", 500, (n) => address(n)?.AddressLine2],
  ["city", 255, (n) => address(n)?.City],
  ["region", 255, (n) => address(n)?.Region],
  ["postal code", 50, (n) => address(n)?.PostalCode],
  ["country", 50, (n) => address(n)?.Country],
  ["item's name", 50, (n) => cleanItemName(text(n))],
  ["item's description", 4000, (n) => cleanItemDescription(text(n))],
];

it.each(CUT)("a %s has at most %d characters", (_, limit, written) => {
  for (const length of sizes(limit))
    expect(written(length)).toBe(fitted(length, limit));
});

it("a deal's reference keeps its key whole within 255 characters", () => {
  const key = "HS-49301844761-1763719200";
  for (const length of sizes(255)) {
    const reference = invoiceReference(text(length), key);
    expect(reference.length).toBeLessThanOrEqual(255);
    expect(reference.endsWith(`… (${key})`)).toBe(true);
  }
});

it.each([
  ["tax number", 50, (n: number) => ({ taxNumber: text(n) })],
  ["account number", 50, (n: number) => ({ accountNumber: text(n) })],
  ["e-mail address", 255, (n: number) => ({ email: text(n) })],
] as const)(
  "a customer's %s of more than %d characters is refused, not cut",
  (what, limit, changes) => {
    const check = (length: number) => () =>
      checkForXero(customer(changes(length)));
    expect(check(limit)).not.toThrow();
    for (const length of [limit + 1, limit * 20])
      expect(check(length)).toThrow(
        `is longer than Xero's ${limit} characters. Correct it in HubSpot or in this step, then run it again.`,
      );
    expect(check(limit + 1)).toThrow(what);
  },
);

it("an item's code of more than 30 characters is refused, not cut", () => {
  const check = (length: number) => () =>
    checkSource(
      { code: text(length), isSold: true, isArchived: false },
      "HubSpot",
      readItemOptions({}),
    );
  expect(check(30)()).toBe(text(30));
  for (const length of [31, 600])
    expect(check(length)).toThrow(
      `has a SKU of ${length} characters, and a code in Xero has at most 30. Shorten it in HubSpot.`,
    );
});

it("a note stays far below HubSpot's 65,536 characters, whatever event is mapped", () => {
  const billing = dealBilling(
    [readInvoice(xeroInvoice())],
    "2026-11-23" as CalendarDate,
  );
  for (const event of ["&".repeat(65_536), text(1_310_720)]) {
    const note = dealNote(billing, event);
    expect(note.html.length).toBeLessThan(4000);
    expect(note).toEqual(dealNote(billing, event));
  }
});
