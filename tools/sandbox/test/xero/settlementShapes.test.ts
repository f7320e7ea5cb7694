import { bookCreditNote, bookInvoice, read } from "./booked";
import { openTenant } from "./tenant";

/**
 * The properties of real answers, as recorded by NangoHQ/integration-templates (integrations/xero/tests)
 * from the demo company in April 2026.
 */
const PAYMENT = words(
  "PaymentID Date BankAmount Amount Reference CurrencyRate PaymentType Status UpdatedDateUTC HasAccount IsReconciled Account Invoice HasValidationErrors",
);
const IN_BATCH = words("BatchPaymentID BatchPayment");
const BATCH = words(
  "Account BatchPaymentID DateString Date Type Status TotalAmount UpdatedDateUTC IsReconciled",
);
const EMPTY_INVOICE = words(
  "Payments CreditNotes Prepayments Overpayments IsDiscounted InvoiceAddresses HasErrors InvoicePaymentServices LineItems",
);
const LISTED_INVOICE = [
  ...words("Type InvoiceID InvoiceNumber Contact CurrencyCode"),
  ...EMPTY_INVOICE,
];
const WHOLE_INVOICE = words(
  "Type InvoiceID InvoiceNumber Reference Prepayments Overpayments AmountDue AmountPaid SentToContact CurrencyRate IsDiscounted HasErrors InvoicePaymentServices Contact DateString Date DueDateString DueDate BrandingThemeID Status LineAmountTypes LineItems SubTotal TotalTax Total UpdatedDateUTC CurrencyCode",
);
const SLIM_CONTACT = words(
  "ContactID Name Addresses Phones ContactGroups ContactPersons HasValidationErrors",
);
const SETTLED_BY = words(
  "PaymentID Date Amount Reference CurrencyRate HasAccount HasValidationErrors",
);
const NOTE = words(
  "CreditNoteID CreditNoteNumber Payments ID HasErrors CurrencyRate Type Reference RemainingCredit Allocations Contact DateString Date BrandingThemeID Status LineAmountTypes LineItems SubTotal TotalTax Total UpdatedDateUTC CurrencyCode",
);
const NOTE_ON_INVOICE = words(
  "CreditNoteID CreditNoteNumber ID HasErrors InvoiceAddresses AppliedAmount DateString Date LineItems Total",
);

function words(text: string): string[] {
  return text.split(" ");
}

function keys(value: object | undefined): string[] {
  return Object.keys(value ?? {}).toSorted();
}

function open() {
  const tenant = openTenant();
  const { InvoiceID } = bookInvoice(tenant);
  const payment = { Invoice: { InvoiceID }, Reference: "r", Amount: 10 };
  const Account = { Code: "090" };
  return { tenant, InvoiceID, payment: { ...payment, Account } };
}

test("the answer to PUT Payments", async () => {
  const { tenant, payment } = open();
  const answer = await tenant.call("PUT", "/Payments", payment);
  const [made] = answer.body.Payments;
  expect(keys(made)).toEqual(PAYMENT.toSorted());
  expect(keys(made.Account)).toEqual(["AccountID", "Code", "Name"]);
  expect(keys(made.Invoice)).toEqual(WHOLE_INVOICE.toSorted());
  expect(keys(made.Invoice.Contact)).toEqual(
    words("ContactID ContactPersons HasValidationErrors Name"),
  );
});

test("a payment in a list", async () => {
  const { tenant, payment } = open();
  await tenant.call("PUT", "/Payments", payment);
  const [listed] = (await tenant.call("GET", "/Payments?page=1")).body.Payments;
  expect(keys(listed)).toEqual(PAYMENT.toSorted());
  expect(keys(listed.Account)).toEqual(["AccountID", "Code"]);
  expect(keys(listed.Invoice)).toEqual(LISTED_INVOICE.toSorted());
  expect(keys(listed.Invoice.Contact)).toEqual(SLIM_CONTACT.toSorted());
});

test("a payment of a batch", async () => {
  const { tenant, payment } = open();
  await tenant.call("PUT", "/BatchPayments", {
    Account: payment.Account,
    Payments: [payment],
  });
  const { PaymentID } = tenant.xero.books().payments[0]!;
  const single = await read(tenant, `/Payments/${PaymentID}`);
  expect(keys(single)).toEqual([...PAYMENT, ...IN_BATCH].toSorted());
  expect(keys(single.BatchPayment)).toEqual(BATCH.toSorted());
  expect(keys(single.Invoice)).toEqual(
    [...WHOLE_INVOICE, "Payments"].toSorted(),
  );
});

test("a payment and a credit note inside an invoice", async () => {
  const { tenant, InvoiceID, payment } = open();
  const { ID } = bookCreditNote(tenant);
  await tenant.call("PUT", "/Payments", payment);
  tenant.xero.person().allocate(ID, InvoiceID, 5);
  const [paged] = (await tenant.call("GET", "/Invoices?page=1")).body.Invoices;
  for (const invoice of [paged, await read(tenant, `/Invoices/${InvoiceID}`)]) {
    expect(keys(invoice.Payments[0])).toEqual(SETTLED_BY.toSorted());
    expect(keys(invoice.CreditNotes[0])).toEqual(NOTE_ON_INVOICE.toSorted());
    expect(invoice.AmountCredited).toBe(5);
  }
});

test("credit notes, written, alone and in lists", async () => {
  const { tenant, InvoiceID } = open();
  const written = await tenant.call("POST", "/CreditNotes", {
    Type: "ACCRECCREDIT",
    Status: "AUTHORISED",
    Contact: { Name: "City Limousines" },
    LineItems: [{ Description: "x", UnitAmount: 10, AccountCode: "200" }],
  });
  const [note] = written.body.CreditNotes;
  expect(keys(note)).toEqual(NOTE.toSorted());

  tenant.xero.person().allocate(note.CreditNoteID, InvoiceID, 12);
  const single = await read(tenant, "/CreditNotes/CN-0001");
  expect(keys(single)).toEqual(
    [...NOTE, "HasAttachments", "Attachments", "FullyPaidOnDate"].toSorted(),
  );
  expect(keys(single.Allocations[0])).toEqual(
    words("AllocationID Amount Date Invoice"),
  );
  expect(keys(single.Allocations[0].Invoice)).toEqual(
    [...EMPTY_INVOICE, "InvoiceID", "InvoiceNumber"].toSorted(),
  );
  for (const query of ["", "?page=1"]) {
    const listed = await tenant.call("GET", `/CreditNotes${query}`);
    const [row] = listed.body.CreditNotes;
    expect(keys(row)).toEqual(
      [
        ...NOTE,
        "HasAttachments",
        "InvoiceAddresses",
        "FullyPaidOnDate",
      ].toSorted(),
    );
    expect(keys(row.Contact)).toEqual(SLIM_CONTACT.toSorted());
  }
});
