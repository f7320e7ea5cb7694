import { bookCreditNote } from "./booked";
import { CITY } from "./tenant";
import type { Tenant } from "./tenant";

export type Case = [
  method: string,
  path: string,
  url?: (tenant: Tenant) => string,
  body?: unknown,
  status?: number,
];

/** Something of each kind on INV-0001, which owes 120.00 before and 70.00 after. */
export function settle(tenant: Tenant): void {
  const { xero } = tenant;
  const person = xero.person();
  const { InvoiceID } = xero.books().invoices[0]!;
  const { ContactID } = xero.books().contacts[0]!;
  person.pay(InvoiceID, 10);
  person.payBatch([{ invoiceId: InvoiceID, amount: 10 }]);
  for (const { ID } of [
    bookCreditNote(tenant),
    person.overpay(ContactID, 60),
    person.prepay(ContactID, 60),
  ]) {
    person.allocate(ID, InvoiceID, 10);
    person.refund(ID, 10);
  }
}

const Invoice = { InvoiceNumber: "INV-0001" };
const Account = { Code: "090" };
const payment = { Invoice, Account, Amount: 5, Date: "2026-11-24" };
const tooMuch = { ...payment, Amount: 500 };
const note = {
  Type: "ACCRECCREDIT",
  ...CITY,
  LineItems: [{ Description: "x", UnitAmount: 5, AccountCode: "200" }],
};
const receipt = (Type: string, LineItem: object) => ({
  Type,
  ...CITY,
  BankAccount: Account,
  LineItems: [{ Description: "x", UnitAmount: 5, ...LineItem }],
});
const Status = "DELETED";

const creditId = (kind: string) => (tenant: Tenant) =>
  tenant.xero.books().credits.find(({ Kind }) => Kind === kind)!.ID;

function creditCases(kind: string): Case[] {
  const collection = `/${kind}s`;
  const one = `${collection}/{${kind}ID}`;
  const idOf = creditId(kind);
  const url = (tenant: Tenant) => `${collection}/${idOf(tenant)}`;
  const allocation = { Invoice, Amount: 5, Date: "2026-11-24" };
  return [
    ["GET", collection],
    ["GET", collection, () => `${collection}?page=1`],
    ["GET", one, url],
    [
      "PUT",
      `${one}/Allocations`,
      (tenant) => `${url(tenant)}/Allocations`,
      { Allocations: [allocation] },
    ],
    [
      "PUT",
      `${one}/Allocations`,
      (tenant) => `${url(tenant)}/Allocations`,
      { Allocations: [{ ...allocation, Amount: 500 }] },
      400,
    ],
    [
      "DELETE",
      `${one}/Allocations/{AllocationID}`,
      (tenant) => {
        const { AllocationID } = tenant.xero
          .books()
          .allocations.find(({ CreditID }) => CreditID === idOf(tenant))!;
        return `${url(tenant)}/Allocations/${AllocationID}`;
      },
    ],
  ];
}

const paymentUrl = ({ xero }: Tenant) =>
  `/Payments/${xero.books().payments[0]!.PaymentID}`;
const batchUrl = ({ xero }: Tenant) =>
  `/BatchPayments/${xero.books().batchPayments[0]!.BatchPaymentID}`;

/** What the OpenAPI contract says of payments and credits. */
export const settlementCases: Case[] = [
  ["GET", "/Payments"],
  ["GET", "/Payments", () => "/Payments?page=1"],
  ["GET", "/Payments/{PaymentID}", paymentUrl],
  ["PUT", "/Payments", undefined, payment],
  ["PUT", "/Payments", undefined, tooMuch, 400],
  [
    "PUT",
    "/Payments",
    () => "/Payments?summarizeErrors=false",
    { Payments: [payment, tooMuch] },
  ],
  ["POST", "/Payments", undefined, payment],
  ["POST", "/Payments/{PaymentID}", paymentUrl, { Status }],
  ["GET", "/BatchPayments"],
  ["GET", "/BatchPayments/{BatchPaymentID}", batchUrl],
  ["PUT", "/BatchPayments", undefined, { Account, Payments: [payment] }],
  ["PUT", "/BatchPayments", undefined, { Account, Payments: [tooMuch] }, 400],
  ["POST", "/BatchPayments/{BatchPaymentID}", batchUrl, { Status }],
  ["PUT", "/CreditNotes", undefined, note],
  ["POST", "/CreditNotes", undefined, note],
  ["PUT", "/CreditNotes", undefined, { ...note, Contact: undefined }, 400],
  [
    "POST",
    "/CreditNotes/{CreditNoteID}",
    () => "/CreditNotes/CN-0001",
    { Reference: "r" },
  ],
  ["PUT", "/BankTransactions", undefined, receipt("RECEIVE-OVERPAYMENT", {})],
  [
    "PUT",
    "/BankTransactions",
    undefined,
    receipt("RECEIVE-PREPAYMENT", { AccountCode: "200" }),
  ],
  [
    "PUT",
    "/BankTransactions",
    undefined,
    receipt("RECEIVE-OVERPAYMENT", { UnitAmount: 0 }),
    400,
  ],
  [
    "GET",
    "/BankTransactions/{BankTransactionID}",
    ({ xero }) => {
      const [row] = xero.books().bankTransactions;
      return `/BankTransactions/${row!.BankTransactionID}`;
    },
  ],
  ...["CreditNote", "Overpayment", "Prepayment"].flatMap(creditCases),
];
