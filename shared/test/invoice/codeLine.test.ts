import { lineRate } from "../../src/invoice/codeLine";
import type { InvoiceLine } from "../../src/invoice/invoice";
import type { XeroSettings } from "../../src/xero/settings";
import { d, settings } from "../builders";

const WHERE = 'Deal "Website", line "Design"';
const draft = { status: "DRAFT", lineAmountTypes: "Exclusive" } as const;
const approved = { ...draft, status: "AUTHORISED" } as const;
const rate = (
  codes: Pick<InvoiceLine, "accountCode" | "taxType">,
  document: Parameters<typeof lineRate>[2] = draft,
  organisation: XeroSettings = settings(),
) => {
  const line = { description: "Design", quantity: d("1"), unitPrice: d("1") };
  return lineRate({ ...line, ...codes }, WHERE, document, organisation);
};
const CHOICES = "200 (Sales), 260 (Other Revenue), 860 (Rounding)";

it.each([
  ["the account's", { accountCode: "200" }, "20"],
  [
    "its own before the account's",
    { accountCode: "200", taxType: "RROUTPUT" },
    "5",
  ],
  ["none where the account has none", { accountCode: "860" }, "0"],
  ["none where it says so", { accountCode: "200", taxType: "NONE" }, "0"],
  ["none on a draft without codes", {}, "0"],
  ["its own on a draft without an account", { taxType: "OUTPUT2" }, "20"],
])("a line bears tax: %s", (_, codes, expected) => {
  expect(rate(codes)).toBe(expected);
});

it("a document free of tax bears none", () => {
  const free = { ...draft, lineAmountTypes: "NoTax" } as const;
  expect(rate({ accountCode: "200" }, free)).toBe("0");
});

it("an organisation that is not registered charges none", () => {
  const small = settings({ paysTax: false });
  expect(rate({ accountCode: "200", taxType: "OUTPUT2" }, draft, small)).toBe(
    "0",
  );
});

it.each(["SUBMITTED", "AUTHORISED"] as const)(
  "a line without an account is refused when the invoice is %s",
  (status) => {
    expect(() => rate({ taxType: "OUTPUT2" }, { ...draft, status })).toThrow(
      `${WHERE}: an invoice that is not a draft needs an account code. Choose an account in this step.`,
    );
  },
);

it.each([
  ["999", "there is none"],
  ["300", "it is archived"],
  ["090", "it cannot be used on invoices"],
  ["constructor", "there is none"],
])("account %s is refused, because %s", (accountCode, reason) => {
  for (const document of [draft, approved]) {
    expect(() => rate({ accountCode }, document)).toThrow(
      `${WHERE}: the account "${accountCode}" cannot be used in Xero: ${reason}. Choose one of: ${CHOICES}.`,
    );
  }
});

it.each(["20% (VAT on Income)", "INPUT2", "toString"])(
  "tax type %p is refused, with those that there are",
  (taxType) => {
    expect(() => rate({ accountCode: "200", taxType })).toThrow(
      `${WHERE}: the tax type "${taxType}" does not exist in Xero or cannot be used for sales. Choose one of: OUTPUT2 (20% (VAT on Income)), RROUTPUT (5% (VAT on Income)), ZERORATEDOUTPUT (Zero Rated Income).`,
    );
  },
);

it("of many accounts the first twelve are named", () => {
  const accounts = Object.fromEntries(
    Array.from({ length: 13 }, (_, index) => [`A${index + 1}`, { name: "x" }]),
  );
  const read = () =>
    rate({ accountCode: "999" }, draft, settings({ accounts }));
  expect(read).toThrow("A12 (x) ....");
  expect(read).not.toThrow("A13");
});
