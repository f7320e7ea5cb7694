import { flag, requiredText, rows } from "../../src/input/input";
import {
  readDealInvoiceOptions,
  readInvoiceOptions,
} from "../../src/invoice/options";

it("an empty step makes drafts without tax in the prices, once per deal, refusing what is doubtful", () => {
  const options = readDealInvoiceOptions({ accountCode: " ", tracking: [] });
  expect(options).toEqual({
    status: "DRAFT",
    lineAmountTypes: "Exclusive",
    dueRule: "days_after_invoice_date",
    customerMatch: "email",
    sendEmail: false,
    taxTable: {},
    oncePer: "deal",
    onDifference: "refuse",
    withoutLines: "refuse",
  });
});

it("a full step is read as it stands", () => {
  const options = readDealInvoiceOptions({
    invoiceStatus: "AUTHORISED",
    lineAmountTypes: "Inclusive",
    accountCode: 200,
    taxType: " OUTPUT2 ",
    dueInDays: "14",
    dueRule: "days_after_end_of_month",
    reference: "PO 7",
    brandingThemeId: "theme-1",
    tracking: ["c-1/o-1", "c-2/o-2"],
    customerMatch: "company_name",
    sendEmail: "Yes",
    taxTable: [
      { hubspotTaxRate: "9001", xeroTaxRate: "OUTPUT2" },
      { hubspotTaxRate: "", xeroTaxRate: " " },
    ],
    oncePer: "stage_entry",
    stageEntryId: "701:closedwon:1795428000250",
    onDifference: "rounding_line",
    withoutLines: "deal_amount",
  });
  expect(options).toEqual({
    status: "AUTHORISED",
    lineAmountTypes: "Inclusive",
    accountCode: "200",
    taxType: "OUTPUT2",
    dueInDays: 14,
    dueRule: "days_after_end_of_month",
    reference: "PO 7",
    brandingThemeId: "theme-1",
    tracking: [
      { categoryId: "c-1", optionId: "o-1" },
      { categoryId: "c-2", optionId: "o-2" },
    ],
    customerMatch: "company_name",
    sendEmail: true,
    taxTable: { "9001": "OUTPUT2" },
    oncePer: "stage_entry",
    stageEntryId: "701:closedwon:1795428000250",
    onDifference: "rounding_line",
    withoutLines: "deal_amount",
  });
});

it.each([
  [
    { invoiceStatus: "PAID" },
    'Invoice Status is "PAID". Use one of: DRAFT, SUBMITTED, AUTHORISED.',
  ],
  [
    { dueInDays: "-1" },
    'Due In Days is "-1". Use a whole number from 0 to 999.',
  ],
  [{ dueInDays: "1.5" }, 'Due In Days is "1.5".'],
  [{ dueInDays: "1000" }, 'Due In Days is "1000".'],
  [
    { tracking: ["North"] },
    '"North" is not a tracking option. Choose it from the list.',
  ],
  [
    { tracking: ["c-1/o-1", "c-1/o-2"] },
    "Xero takes one option of at most two tracking categories. Remove the others.",
  ],
  [
    { tracking: ["a/1", "b/2", "c/3"] },
    "Xero takes one option of at most two tracking categories.",
  ],
  [
    { sendEmail: true },
    "Xero does not e-mail drafts. Choose the invoice status Approved, or do not send the e-mail.",
  ],
])("%p is refused", (input, message) => {
  expect(() => readInvoiceOptions(input)).toThrow(message);
});

it("an approved invoice of a deal needs a due date", () => {
  const input = { invoiceStatus: "AUTHORISED" };
  expect(() => readDealInvoiceOptions(input)).toThrow(
    "Xero demands a due date on approved invoices. Fill in Due In Days.",
  );
  expect(readDealInvoiceOptions({ ...input, dueInDays: 0 }).dueInDays).toBe(0);
});

it.each([
  { hubspotTaxRate: "9002", xeroTaxRate: "" },
  { hubspotTaxRate: " ", xeroTaxRate: "OUTPUT2" },
  { xeroTaxRate: "OUTPUT2" },
])("the row %p of the tax table is half empty", (row) => {
  const full = { hubspotTaxRate: "9001", xeroTaxRate: "OUTPUT2" };
  expect(() => readDealInvoiceOptions({ taxTable: [full, row] })).toThrow(
    "A row of the tax table is half empty. Fill in both tax rates, or remove the row.",
  );
});

it.each([
  [true, true],
  ["true", true],
  ["YES", true],
  [1, true],
  [false, false],
  ["no", false],
  ["", false],
  [undefined, false],
])("a box of %p is ticked: %p", (value, expected) => {
  expect(flag({ box: value }, "box")).toBe(expected);
});

it.each([
  [undefined, []],
  ["", []],
  [{ a: 1 }, [{ a: 1 }]],
  [
    [{ a: 1 }, null, "x", { b: 2 }],
    [{ a: 1 }, { b: 2 }],
  ],
])("the rows of %p are %p", (value, expected) => {
  expect(rows({ list: value }, "list")).toEqual(expected);
});

it("a field that must be filled in is named by its label", () => {
  expect(requiredText({ dealId: " 701 " }, "dealId", "Deal")).toBe("701");
  expect(() => requiredText({ dealId: " " }, "dealId", "Deal")).toThrow(
    "Deal is empty. Map or choose a value for it.",
  );
});
