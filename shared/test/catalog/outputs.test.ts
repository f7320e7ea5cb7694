import { createInvoice } from "../../src/catalog/createInvoice";
import { createInvoiceFromDeal } from "../../src/catalog/createInvoiceFromDeal";
import { createRepeatingInvoiceFromDeal } from "../../src/catalog/createRepeatingInvoiceFromDeal";
import { dealEnteredStage } from "../../src/catalog/dealEnteredStage";
import { endRepeatingInvoices } from "../../src/catalog/endRepeatingInvoices";
import { findXeroContact } from "../../src/catalog/findXeroContact";
import { contactOutput } from "../../src/customer/contactOutput";
import { createdInvoiceOutput } from "../../src/flows/createdInvoiceOutput";
import { dealInvoiceOutput } from "../../src/flows/dealInvoiceOutput";
import {
  endedRepeatingOutput,
  repeatingResultOutput,
} from "../../src/flows/repeatingOutput";
import { stageEntryOutput } from "../../src/flows/stageEntryOutput";
import type { InvoicePlan } from "../../src/invoice/planInvoice";
import { readInvoice } from "../../src/invoice/readInvoice";
import { readRepeatingInvoice } from "../../src/repeating/repeatingInvoice";
import {
  CONTACT_ID,
  customer,
  d,
  deal,
  lineItem,
  xeroContact,
  xeroInvoice,
} from "../builders";
import { repeatingWire } from "../flows/repeatingReplies";
import { declared, keysOf } from "./keys";

const invoice = readInvoice(xeroInvoice({ LineItems: [{ Description: "x" }] }));
const predicted = { subtotal: d("5000"), tax: d("1000"), total: d("6000") };

it("create_invoice_from_deal hands out what it declares, and nothing else", () => {
  const output = dealInvoiceOutput({
    outcome: "created",
    deal: deal(),
    invoice,
    plan: { predicted, rounding: d("0") } as InvoicePlan,
    contact: { contactId: CONTACT_ID, outcome: "created" },
  });
  expect(keysOf(output).sort()).toEqual(
    declared(createInvoiceFromDeal.output).sort(),
  );
});

const repeating = {
  ...readRepeatingInvoice(repeatingWire()),
  end: "2027-11-01",
  predicted,
};

it("create_repeating_invoice_from_deal hands out what it declares, and nothing else", () => {
  const contact = { contactId: CONTACT_ID, outcome: "created" } as const;
  const plan = { predicted, rounding: d("0") } as InvoicePlan;
  const output = repeatingResultOutput({
    outcome: "created",
    deal: deal(),
    repeating: [repeating],
    contact,
    invoice: { outcome: "created", deal: deal(), invoice, plan, contact },
  });
  expect(keysOf(output).sort()).toEqual(
    declared(createRepeatingInvoiceFromDeal.output).sort(),
  );
});

it("end_repeating_invoices hands out what it declares, and nothing else", () => {
  const output = endedRepeatingOutput({
    outcome: "ended",
    deal: deal(),
    ended: [repeating],
    billed: [invoice],
  });
  expect(keysOf(output).sort()).toEqual(
    declared(endRepeatingInvoices.output).sort(),
  );
});

it("create_invoice hands out what it declares, and nothing else", () => {
  const output = createdInvoiceOutput({
    outcome: "created",
    invoice,
    predicted,
    contactOutcome: "stored",
  });
  expect(keysOf(output).sort()).toEqual(declared(createInvoice.output).sort());
});

it("find_xero_contact hands out what it declares, and nothing else", () => {
  expect(keysOf(contactOutput(xeroContact())).sort()).toEqual(
    declared(findXeroContact.output).sort(),
  );
});

it("deal_entered_stage hands out nothing that it does not declare", () => {
  const output = stageEntryOutput({
    id: "701:closedwon:1",
    enteredAt: "2026-11-23T10:00:00.000Z",
    stageId: "closedwon",
    stageName: "Closed won",
    deal: deal(),
    customer: customer({ address: { city: "Bristol" }, xeroContactId: "xc" }),
    lineItems: [lineItem()],
  });
  const extra = keysOf(output).filter(
    (key) => !declared(dealEnteredStage.output).includes(key),
  );
  expect(extra).toEqual([]);
  expect(output).toMatchObject({
    dealId: "701",
    amount: 4500,
    customer: { hubspotId: "501", city: "Bristol" },
    lineItems: [{ id: "801", unitPrice: 100, netAmount: 100 }],
  });
});
