import {
  BankTransaction,
  BatchPayment,
  CreditNote,
  Invoice,
  LineAmountTypes,
  Payment,
} from "xero-node";
import { openSdk } from "./sdkClient";
import type { Sdk } from "./sdkClient";
import { bookInvoice } from "./booked";
import { TENANT } from "./tenant";

/** Xero's own client is the witness: it reads our answers and we read its requests. */
describe("xero-node", () => {
  let sdk: Sdk;
  beforeEach(async () => {
    sdk = await openSdk();
  });
  afterEach(() => sdk.close());

  const account = { code: "090" };
  const contact = { name: "City Limousines" };

  test("pays, finds and takes back", async () => {
    const { api, tenant } = sdk;
    const { InvoiceID: invoiceID } = bookInvoice(tenant);
    const made = await api.createPayments(
      TENANT,
      {
        payments: [
          { invoice: { invoiceID }, account, date: "2026-11-24", amount: 20.5 },
        ],
      },
      true,
      "payout-1",
    );
    const [payment] = made.body.payments!;
    expect(payment).toMatchObject({
      paymentType: Payment.PaymentTypeEnum.ACCRECPAYMENT,
      status: Payment.StatusEnum.AUTHORISED,
      amount: 20.5,
      bankAmount: 20.5,
      hasAccount: true,
      invoice: { amountDue: 99.5, amountPaid: 20.5 },
      updatedDateUTC: new Date("2026-11-23T10:00:00Z"),
    });
    const found = await api.getPayments(
      TENANT,
      new Date("2026-11-23T10:00:00.999Z"),
      `Invoice.InvoiceID==Guid("${invoiceID}")`,
      "UpdatedDateUTC ASC",
      1,
      10,
    );
    expect(found.body.pagination).toMatchObject({ itemCount: 1 });
    const { paymentID } = found.body.payments![0]!;
    const one = await api.getPayment(TENANT, paymentID!);
    expect(one.body.payments![0]!.invoice!.payments).toHaveLength(1);
    const gone = await api.deletePayment(TENANT, paymentID!, {
      status: "DELETED",
    });
    expect(gone.body.payments![0]).toMatchObject({
      status: Payment.StatusEnum.DELETED,
      invoice: { status: Invoice.StatusEnum.AUTHORISED, amountDue: 120 },
    });
    const single = await api.createPayment(TENANT, {
      invoice: { invoiceNumber: "INV-0001" },
      account,
      amount: 120,
    });
    expect(single.body.payments![0]!.invoice!.status).toBe(
      Invoice.StatusEnum.PAID,
    );
  });

  test("credits, allocates and gives back", async () => {
    const { api, tenant } = sdk;
    const { InvoiceID: invoiceID } = bookInvoice(tenant);
    const made = await api.createCreditNotes(TENANT, {
      creditNotes: [
        {
          type: CreditNote.TypeEnum.ACCRECCREDIT,
          status: CreditNote.StatusEnum.AUTHORISED,
          contact,
          date: "2026-11-23",
          lineAmountTypes: LineAmountTypes.Inclusive,
          lineItems: [
            { description: "Refund", unitAmount: 30, accountCode: "200" },
          ],
        },
      ],
    });
    const { creditNoteID } = made.body.creditNotes![0]!;
    const allocated = await api.createCreditNoteAllocation(
      TENANT,
      creditNoteID!,
      {
        allocations: [
          { invoice: { invoiceID }, amount: 30, date: "2026-11-24" },
        ],
      },
    );
    const { allocationID } = allocated.body.allocations![0]!;
    const note = await api.getCreditNote(TENANT, creditNoteID!);
    expect(note.body.creditNotes![0]).toMatchObject({
      creditNoteNumber: "CN-0001",
      status: CreditNote.StatusEnum.PAID,
      remainingCredit: 0,
      allocations: [{ allocationID, amount: 30 }],
    });
    const invoice = await api.getInvoice(TENANT, invoiceID);
    expect(invoice.body.invoices![0]).toMatchObject({
      amountCredited: 30,
      amountDue: 90,
      creditNotes: [{ creditNoteID, appliedAmount: 30 }],
    });
    const removed = await api.deleteCreditNoteAllocations(
      TENANT,
      creditNoteID!,
      allocationID!,
    );
    expect(removed.body).toMatchObject({ allocationID, isDeleted: true });
    const voided = await api.updateCreditNote(TENANT, creditNoteID!, {
      creditNotes: [{ status: CreditNote.StatusEnum.VOIDED }],
    });
    expect(voided.body.creditNotes![0]!.status).toBe(
      CreditNote.StatusEnum.VOIDED,
    );
  });

  test("takes in an overpayment and a prepayment", async () => {
    const { api, tenant } = sdk;
    const { InvoiceID: invoiceID } = bookInvoice(tenant);
    const receive = async (type: BankTransaction.TypeEnum, code?: string) => {
      const lineItems = [
        { description: "x", unitAmount: 60, accountCode: code },
      ];
      const { body } = await api.createBankTransactions(TENANT, {
        bankTransactions: [{ type, contact, bankAccount: account, lineItems }],
      });
      return body.bankTransactions![0]!;
    };
    const { TypeEnum } = BankTransaction;
    const { overpaymentID } = await receive(TypeEnum.RECEIVEOVERPAYMENT);
    const { prepaymentID } = await receive(TypeEnum.RECEIVEPREPAYMENT, "200");
    const allocations = {
      allocations: [{ invoice: { invoiceID }, amount: 60, date: "2026-11-24" }],
    };
    await api.createOverpaymentAllocations(TENANT, overpaymentID!, allocations);
    await api.createPrepaymentAllocations(TENANT, prepaymentID!, allocations);
    const { body } = await api.getInvoice(TENANT, invoiceID);
    expect(body.invoices![0]).toMatchObject({
      status: Invoice.StatusEnum.PAID,
      amountPaid: 0,
      amountCredited: 120,
      fullyPaidOnDate: new Date("2026-11-24T00:00:00Z"),
      overpayments: [{ overpaymentID, appliedAmount: 60 }],
      prepayments: [{ prepaymentID, appliedAmount: 60 }],
    });
    const overpayments = await api.getOverpayments(TENANT);
    expect(overpayments.body.overpayments![0]!.remainingCredit).toBe(0);
  });

  test("pays a batch and takes it back", async () => {
    const { api, tenant } = sdk;
    const { InvoiceID: invoiceID } = bookInvoice(tenant);
    const made = await api.createBatchPayment(TENANT, {
      batchPayments: [
        {
          account,
          date: "2026-11-24",
          payments: [{ invoice: { invoiceID }, amount: 120 }],
        },
      ],
    });
    const [batch] = made.body.batchPayments!;
    expect(batch).toMatchObject({
      type: BatchPayment.TypeEnum.RECBATCH,
      totalAmount: 120,
    });
    const gone = await api.deleteBatchPaymentByUrlParam(
      TENANT,
      batch!.batchPaymentID!,
      { status: "DELETED" },
    );
    expect(gone.body.batchPayments![0]!.status).toBe(
      BatchPayment.StatusEnum.DELETED,
    );
  });

  test("passes Xero's refusal of a payment on", async () => {
    const { api, tenant } = sdk;
    const { InvoiceID: invoiceID } = bookInvoice(tenant);
    const refused: unknown = await api
      .createPayments(TENANT, {
        payments: [{ invoice: { invoiceID }, account, amount: 121 }],
      })
      .catch((error: unknown) => error);
    expect(String(refused)).toContain(
      "Payment amount exceeds the amount outstanding on this document",
    );
  });
});
