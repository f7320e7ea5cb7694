import { bookInvoice } from "./booked";
import { openTenant } from "./tenant";
import type { Answer, Tenant } from "./tenant";

export const put = (tenant: Tenant, payment: object, query = "") =>
  tenant.call("PUT", `/Payments${query}`, { Payments: [payment] });
export const paymentOf = (answer: Answer) => {
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body.Payments[0];
};
export const remove = (tenant: Tenant, PaymentID: string) =>
  tenant.call("POST", `/Payments/${PaymentID}`, { Status: "DELETED" });

/** An invoice of 120.00, five seconds old, and the body of a payment of 50.00 for it. */
export function open(more: object = {}) {
  const tenant = openTenant();
  const { InvoiceID } = bookInvoice(tenant, {}, more);
  tenant.clock.advance(5_000);
  const payment = (other: object = {}) => ({
    Invoice: { InvoiceID },
    Account: { Code: "090" },
    Date: "2026-11-24",
    Amount: 50,
    ...other,
  });
  return { tenant, InvoiceID, payment };
}

export const BILL = [
  { Description: "Ads", UnitAmount: 100, AccountCode: "400" },
];
