import { createdInvoiceOutput } from "../../src/flows/createdInvoiceOutput";
import { dealInvoiceOutput } from "../../src/flows/dealInvoiceOutput";
import { readInvoice } from "../../src/invoice/readInvoice";
import type { InvoicePlan } from "../../src/invoice/planInvoice";
import { CONTACT_ID, d, deal, INVOICE_ID, xeroInvoice } from "../builders";

const URL = `https://go.xero.com/AccountsReceivable/View.aspx?InvoiceID=${INVOICE_ID}`;
const invoice = readInvoice(
  xeroInvoice({
    LineItems: [
      {
        Description: "Design sprint",
        Quantity: 5,
        UnitAmount: 1000,
        LineAmount: 5000,
        TaxAmount: 1000,
        TaxType: "OUTPUT2",
        AccountCode: "200",
      },
    ],
  }),
);
const plan = (subtotal: string, tax: string, total: string, rounding = "0") =>
  ({
    predicted: { subtotal: d(subtotal), tax: d(tax), total: d(total) },
    rounding: d(rounding),
    baseCurrency: "GBP",
  }) as InvoicePlan;
const created = (planned: InvoicePlan, emailProblem?: string) =>
  dealInvoiceOutput({
    outcome: "created",
    deal: deal(),
    invoice,
    plan: planned,
    contact: { contactId: CONTACT_ID, outcome: "matched" },
    emailProblem,
  });
const DEAL_RATES = {
  dealAmount: 4500,
  dealExchangeRate: 1,
  companyCurrency: "GBP",
  dealAmountInCompanyCurrency: 4500,
};
const MADE =
  'Invoice INV-0042 over 6000.00 GBP was created for deal "Website relaunch".';

it("a created invoice is handed out flat, amounts as numbers", () => {
  expect(created(plan("5000", "1000", "6000"))).toEqual({
    outcome: "created",
    message: MADE,
    dealId: "701",
    dealUrl: "https://app.hubspot.com/contacts/2034521/record/0-3/701",
    invoiceId: INVOICE_ID,
    invoiceNumber: "INV-0042",
    status: "DRAFT",
    invoiceUrl: URL,
    reference: "HS-701",
    date: "2026-11-23",
    dueDate: "2026-12-23",
    currency: "GBP",
    subtotal: 5000,
    tax: 1000,
    total: 6000,
    currencyRate: 1,
    baseCurrency: "GBP",
    totalInBaseCurrency: 6000,
    ...DEAL_RATES,
    difference: 0,
    contactId: CONTACT_ID,
    contactName: "Harbour & Finch",
    contactOutcome: "matched",
    lineItems: [
      {
        description: "Design sprint",
        quantity: 5,
        unitPrice: 1000,
        lineAmount: 5000,
        taxAmount: 1000,
        taxType: "OUTPUT2",
        accountCode: "200",
      },
    ],
  });
});

it.each<[string, InvoicePlan, string, number]>([
  [
    "another tax",
    plan("5000", "250", "5250"),
    " Check this invoice: its total differs by 750.00 GBP from the expected one. Xero charged 1000.00 tax where 250.00 was expected, because the contact or the account has a tax rate of its own. Set the tax type in this step.",
    750,
  ],
  [
    "other line amounts",
    plan("5000.01", "1000", "6000.01"),
    " Check this invoice: its total differs by -0.01 GBP from the expected one. Xero's line amounts add up to 5000.00 where 5000.01 was expected. Compare the lines with the deal's.",
    -0.01,
  ],
])(
  "a difference is told with its cause: %s",
  (_, planned, words, difference) => {
    const output = created(planned);
    expect(output.message).toBe(`${MADE}${words}`);
    expect(output).toMatchObject({ difference });
  },
);

it("a rounding line and an e-mail that did not go out are told", () => {
  const planned = plan("5000", "1000", "6000", "-0.01");
  expect(created(planned, "Daily limit.").message).toBe(
    `${MADE} A rounding line of -0.01 makes it equal to the deal. It was not e-mailed: Daily limit.`,
  );
});

it("Xero's warnings are told, with a difference and without", () => {
  const warned = {
    outcome: "created" as const,
    deal: deal(),
    invoice: { ...invoice, warnings: ["First.", "Second."] },
    contact: { contactId: CONTACT_ID, outcome: "matched" as const },
  };
  const told = (planned: InvoicePlan) =>
    dealInvoiceOutput({ ...warned, plan: planned }).message;
  expect(told(plan("5000", "1000", "6000"))).toBe(
    `${MADE} Xero says: First. Xero says: Second.`,
  );
  expect(told(plan("5000", "250", "5250"))).toContain(
    `${MADE} Xero says: First. Xero says: Second. Check this invoice: its total differs by 750.00 GBP`,
  );
});

it("an invoice of an earlier run is handed out as found", () => {
  const output = dealInvoiceOutput({
    outcome: "recovered",
    deal: deal(),
    invoice,
  });
  expect(output).toMatchObject({
    outcome: "recovered",
    message:
      'An earlier run had created invoice INV-0042 for deal "Website relaunch", so none was made.',
    invoiceId: INVOICE_ID,
    total: 6000,
  });
});

it("a deal that was invoiced before is handed out from what stands on it", () => {
  const billing = {
    invoiceId: INVOICE_ID,
    invoiceNumber: "INV-0042",
    status: "paid",
    url: URL,
    total: "6000.00",
    dueDate: "2026-12-23",
  };
  expect(
    dealInvoiceOutput({ outcome: "already_invoiced", deal: deal({ billing }) }),
  ).toEqual({
    outcome: "already_invoiced",
    message:
      'Deal "Website relaunch" has invoice INV-0042 already, so none was made. To invoice it again, void that invoice in Xero and clear "Xero invoice ID" on the deal.',
    dealId: "701",
    dealUrl: "https://app.hubspot.com/contacts/2034521/record/0-3/701",
    invoiceId: INVOICE_ID,
    invoiceNumber: "INV-0042",
    status: "PAID",
    invoiceUrl: URL,
    dueDate: "2026-12-23",
    currency: "GBP",
    total: 6000,
    ...DEAL_RATES,
    lineItems: [],
  });
});

it.each([
  [
    "created",
    {
      outcome: "created" as const,
      predicted: plan("5000", "1000", "6000").predicted,
    },
    "Invoice INV-0042 over 6000.00 GBP was created.",
    0,
  ],
  [
    "found by its reference",
    { outcome: "already_invoiced" as const, existing: "reference" as const },
    "The contact has invoice INV-0042 with this reference already, so none was made.",
    undefined,
  ],
  [
    "a repetition",
    { outcome: "already_invoiced" as const, existing: "repetition" as const },
    "An equal invoice, INV-0042, was made a few minutes ago, and Xero takes this one for a repetition. To bill it twice, give it a reference of its own.",
    undefined,
  ],
  [
    "found, but not e-mailed",
    {
      outcome: "already_invoiced" as const,
      existing: "reference" as const,
      emailProblem: "Daily limit.",
    },
    "The contact has invoice INV-0042 with this reference already, so none was made. It was not e-mailed: Daily limit.",
    undefined,
  ],
])(
  "an invoice from fields, %s, tells its story",
  (_, result, message, difference) => {
    const output = createdInvoiceOutput({
      ...result,
      invoice,
      contactOutcome: "stored",
    });
    expect(output).toMatchObject({
      message,
      invoiceId: INVOICE_ID,
      contactOutcome: "stored",
    });
    expect(output.difference).toBe(difference);
  },
);

it.each([
  [1, "One line has no account and so no tax yet: complete the draft"],
  [2, "2 lines have no account and so no tax yet: complete the draft"],
])("says that %i lines without an account bear no tax", (count, text) => {
  const planned = plan("5000", "1000", "6000");
  const output = created({ ...planned, linesWithoutTax: count });
  expect(output.message).toContain(text);
});
