import { ACCOUNT, accountReply } from "../fixtures/hubspot";
import { EMAIL, INPUT, MADE, run } from "../fixtures/mappedInvoice";
import { xeroRefusal } from "../fixtures/refusals";
import { vendors } from "../fixtures/vendors";
import {
  CONTACT_ID,
  FIND_INVOICES,
  invoice,
  INVOICE_ID,
  newInvoice,
  PUT_INVOICE,
  settingsReplies,
} from "../fixtures/xero";
import { failure, newZap, undeclared } from "../fixtures/zap";

it("a chosen contact needs no search, and empty dates are today and as many days later", async () => {
  const { wire } = await run(
    {
      contact_id: CONTACT_ID,
      date: "",
      due_date: "",
      due_in_days: 30,
      reference: "",
      send_email: false,
    },
    newInvoice(MADE),
  );
  expect(wire.calls().at(-1)).toBe(PUT_INVOICE);
  // the 23rd in Auckland; 30 days after it
  expect(wire.body(4)).toMatchObject({
    Invoices: [{ Date: "2026-11-23", DueDate: "2026-12-23" }],
  });
  expect(wire.body(4)).not.toHaveProperty("Invoices.0.Reference");
});

it("an invoice of the contact with the same reference is handed out instead of a second one", async () => {
  const { wire, output } = await run(
    { contact_id: CONTACT_ID },
    {
      call: FIND_INVOICES,
      body: { Invoices: [invoice({ ...MADE, InvoiceNumber: "INV-0007" })] },
    },
    { call: EMAIL, status: 204, body: "" },
  );
  expect(wire.calls().slice(4)).toEqual([FIND_INVOICES, EMAIL]);
  expect(wire.query(4)).toEqual({
    where: `Type=="ACCREC" AND Reference=="Order '7'" AND Contact.ContactID==Guid("${CONTACT_ID}")`,
    page: "1",
    unitdp: "4",
  });
  expect(output).toMatchObject({
    outcome: "already_invoiced",
    message:
      "The contact has invoice INV-0007 with this reference already, so none was made.",
    invoice_number: "INV-0007",
  });
  expect(undeclared("creates", "create_invoice", output)).toEqual([]);
});

it("an invoice that Xero has sent is not sent again", async () => {
  const sent = invoice({ ...MADE, SentToContact: true });
  const { wire } = await run(
    { contact_id: CONTACT_ID },
    { call: FIND_INVOICES, body: { Invoices: [sent] } },
  );
  expect(wire.calls().at(-1)).toBe(FIND_INVOICES);
});

it("an e-mail that Xero refuses is told, and the invoice stands", async () => {
  const { output } = await run(
    { contact_id: CONTACT_ID },
    { call: FIND_INVOICES, body: { Invoices: [invoice(MADE)] } },
    xeroRefusal(EMAIL, "The contact has no e-mail address."),
  );
  expect(output).toMatchObject({
    outcome: "already_invoiced",
    invoice_id: INVOICE_ID,
    message: expect.stringMatching(
      /so none was made\. It was not e-mailed: .*has no e-mail address/,
    ),
  });
});

it("an equal invoice within minutes is Xero's answer to the first, and is told as such", async () => {
  const zap = newZap();
  const input = {
    ...INPUT,
    contact_id: CONTACT_ID,
    reference: "",
    send_email: false,
  };
  const first = vendors(accountReply, ...settingsReplies, newInvoice(MADE));
  expect(await zap.create("create_invoice", input)).toMatchObject({
    outcome: "created",
    invoice_id: INVOICE_ID,
  });
  const second = vendors(newInvoice(MADE));
  const output = await zap.create("create_invoice", input);
  expect(second.headers(0)["idempotency-key"]).toBe(
    first.headers(4)["idempotency-key"],
  );
  expect(output).toMatchObject({
    outcome: "already_invoiced",
    invoice_id: INVOICE_ID,
    message:
      "An equal invoice, INV-0042, was made a few minutes ago, and Xero takes this one for a repetition. To bill it twice, give it a reference of its own.",
  });
  expect(undeclared("creates", "create_invoice", output)).toEqual([]);
  // later Xero has forgotten the key, and another invoice is another one
  vendors(newInvoice({ ...MADE, InvoiceID: "another" }));
  expect(await zap.create("create_invoice", input)).toMatchObject({
    outcome: "created",
    invoice_id: "another",
  });
});

it("discounts of zero are none", async () => {
  const line = { description: "A", unit_price: "10", quantity: "1" };
  const { wire } = await run(
    {
      contact_id: CONTACT_ID,
      reference: "",
      send_email: false,
      line_items: [
        { ...line, discount_percent: "0", discount_amount: "2" },
        { ...line, discount_percent: 10, discount_amount: 0 },
        { ...line, discount_percent: "0.00", discount_amount: "0" },
        // all of it
        { ...line, discount_percent: "100" },
        { ...line, discount_amount: "10" },
      ],
    },
    newInvoice(MADE),
  );
  const { Invoices } = wire.body(4) as { Invoices: { LineItems: object[] }[] };
  const sent = {
    Description: "A",
    Quantity: 1,
    UnitAmount: 10,
    AccountCode: "200",
    TaxType: "OUTPUT2",
  };
  expect(Invoices[0]?.LineItems).toEqual([
    { ...sent, DiscountAmount: 2 },
    { ...sent, DiscountRate: 10 },
    sent,
    { ...sent, DiscountRate: 100 },
    { ...sent, DiscountAmount: 10 },
  ]);
});

it.each([
  // midnight of the 21st and of the 22nd in Auckland, 13 hours ahead
  ["2026-11-20T11:00:00Z", "2026-11-21"],
  ["2026-11-20T10:59:59.999Z", "2026-11-20"],
  ["2026-11-21T11:00:00+00:00", "2026-11-22"],
  // a day that somebody chose, wherever that was
  ["2026-11-20T00:00:00-05:00", "2026-11-20"],
  ["2026-11-20", "2026-11-20"],
])("the date %s is %s", async (date, day) => {
  const { wire } = await run(
    {
      contact_id: CONTACT_ID,
      date,
      due_date: date,
      reference: "",
      send_email: false,
    },
    newInvoice(MADE),
  );
  expect(wire.body(4)).toMatchObject({
    Invoices: [{ Date: day, DueDate: day }],
  });
});

const LINE = { description: "A", unit_price: "10", quantity: "2" };

it.each([
  [{ line_items: [] }, "no lines"],
  [{ line_items: [{ description: "A" }] }, "Line 1: Unit Price is empty"],
  [{ line_items: [{ ...LINE, discount_percent: "-1" }] }, "discount -1 is neg"],
  [{ line_items: [{ ...LINE, discount_percent: "100.01" }] }, "larger than"],
  [{ line_items: [{ ...LINE, discount_amount: "-1" }] }, "discount -1 is neg"],
  [{ line_items: [{ ...LINE, discount_amount: "20.01" }] }, "larger than"],
  [
    {
      line_items: [{ ...LINE, discount_amount: "1", discount_percent: "1" }],
    },
    "Leave one empty",
  ],
  [{ date: "soon" }, '"soon" is not a date'],
  [{ due_date: "2026-11-01" }, "lies before the invoice date"],
])("input %j stops the step before Xero is asked", async (input, text) => {
  const wire = vendors(accountReply);
  const running = newZap().create("create_invoice", { ...INPUT, ...input });
  expect(await failure(running)).toMatchObject({
    name: "HaltedError",
    message: expect.stringContaining(text),
  });
  expect(wire.calls()).toEqual([ACCOUNT]);
});
