import { writeInvoice } from "../../src/invoice/writeInvoice";
import type { Invoice } from "../../src/invoice/invoice";
import { CONTACT_ID, d } from "../builders";

const invoice: Invoice = {
  status: "AUTHORISED",
  lineAmountTypes: "Inclusive",
  currency: "GBP",
  date: "2026-11-23",
  dueDate: "2026-12-23",
  reference: "HS-701",
  brandingThemeId: "theme-1",
  url: "https://app.hubspot.com/x",
  lines: [
    {
      description: "Design",
      quantity: d("3"),
      unitPrice: d("33.335"),
      discountAmount: d("0.01"),
      accountCode: "200",
      taxType: "OUTPUT2",
      itemCode: "DESIGN",
      tracking: [{ categoryId: "c-1", optionId: "o-1" }],
    },
    {
      description: "Hosting",
      quantity: d("1"),
      unitPrice: d("10"),
      discountPercent: d("12.5"),
    },
  ],
};

it("writes the invoice as Xero takes it, the contact by its ID alone", () => {
  expect(writeInvoice(invoice, CONTACT_ID)).toStrictEqual({
    Type: "ACCREC",
    Status: "AUTHORISED",
    Contact: { ContactID: CONTACT_ID },
    Date: "2026-11-23",
    DueDate: "2026-12-23",
    LineAmountTypes: "Inclusive",
    CurrencyCode: "GBP",
    Reference: "HS-701",
    BrandingThemeID: "theme-1",
    Url: "https://app.hubspot.com/x",
    LineItems: [
      {
        Description: "Design",
        Quantity: 3,
        UnitAmount: 33.335,
        DiscountAmount: 0.01,
        ItemCode: "DESIGN",
        AccountCode: "200",
        TaxType: "OUTPUT2",
        Tracking: [{ TrackingCategoryID: "c-1", TrackingOptionID: "o-1" }],
      },
      {
        Description: "Hosting",
        Quantity: 1,
        UnitAmount: 10,
        DiscountRate: 12.5,
      },
    ],
  });
});

it("leaves out what Xero is to decide", () => {
  const bare: Invoice = {
    status: "DRAFT",
    lineAmountTypes: "NoTax",
    lines: [],
  };
  expect(writeInvoice(bare, CONTACT_ID)).toStrictEqual({
    Type: "ACCREC",
    Status: "DRAFT",
    Contact: { ContactID: CONTACT_ID },
    LineAmountTypes: "NoTax",
    LineItems: [],
  });
});
