import { readInvoice } from "../../src/invoice/readInvoice";

it("reads an invoice as Xero sends it", () => {
  expect(
    readInvoice({
      Type: "ACCREC",
      InvoiceID: "inv-1",
      InvoiceNumber: "INV-0044",
      Reference: "Test invoice",
      AmountDue: 100.25,
      AmountPaid: 8,
      AmountCredited: 0,
      SentToContact: true,
      Contact: { ContactID: "xc-1", Name: "RITE Agency" },
      Date: "/Date(1776988800000+0000)/",
      DueDate: "/Date(1779580800000+0000)/",
      Status: "AUTHORISED",
      LineItems: [
        {
          Description: "Test services",
          UnitAmount: 33.335,
          TaxType: "OUTPUT",
          TaxAmount: 8.25,
          LineAmount: 100.01,
          AccountCode: "200",
          ItemCode: "TEST",
          Quantity: 3,
        },
      ],
      SubTotal: 100.01,
      TotalTax: 8.25,
      Total: 108.26,
      CurrencyCode: "USD",
      Warnings: [{ Message: "The branding theme was left out." }, {}],
    }),
  ).toEqual({
    id: "inv-1",
    number: "INV-0044",
    status: "AUTHORISED",
    url: "https://go.xero.com/AccountsReceivable/View.aspx?InvoiceID=inv-1",
    reference: "Test invoice",
    date: "2026-04-24",
    dueDate: "2026-05-24",
    currency: "USD",
    subtotal: "100.01",
    tax: "8.25",
    total: "108.26",
    amountDue: "100.25",
    amountPaid: "8",
    amountCredited: "0",
    sentToContact: true,
    warnings: ["The branding theme was left out."],
    contactId: "xc-1",
    contactName: "RITE Agency",
    lines: [
      {
        description: "Test services",
        quantity: "3",
        unitPrice: "33.335",
        lineAmount: "100.01",
        taxAmount: "8.25",
        taxType: "OUTPUT",
        accountCode: "200",
        itemCode: "TEST",
      },
    ],
  });
});

it("reads a slim invoice: amounts that are not sent are zero", () => {
  expect(readInvoice({ InvoiceID: "inv-1", Reference: "" })).toEqual({
    id: "inv-1",
    status: "",
    url: "https://go.xero.com/AccountsReceivable/View.aspx?InvoiceID=inv-1",
    subtotal: "0",
    tax: "0",
    total: "0",
    amountDue: "0",
    amountPaid: "0",
    amountCredited: "0",
    sentToContact: false,
    warnings: [],
    lines: [],
  });
});
