import { ACCOUNT, accountReply } from "../fixtures/hubspot";
import { INPUT, MADE, run } from "../fixtures/mappedInvoice";
import { vendors } from "../fixtures/vendors";
import {
  CONTACT_ID,
  FIND_INVOICES,
  invoice,
  newInvoice,
  PUT_INVOICE,
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
  );
  expect(wire.query(4)).toEqual({
    where: `Type=="ACCREC" AND Reference=="Order '7'"`,
    page: "1",
    unitdp: "4",
  });
  expect(output).toMatchObject({
    outcome: "already_invoiced",
    invoice_number: "INV-0007",
  });
  expect(undeclared("creates", "create_invoice", output)).toEqual([]);
});

it.each([
  [{ line_items: [] }, "no lines"],
  [{ line_items: [{ description: "A" }] }, "Line 1: Unit Price is empty"],
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
