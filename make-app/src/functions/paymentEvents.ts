import { moneyOutput } from "@hubspot-xero/shared/flows/listPayments";
import {
  readOverpayment,
  readPrepayment,
} from "@hubspot-xero/shared/payment/advance";
import { readPayment } from "@hubspot-xero/shared/payment/payment";
import type {
  XeroOverpayment,
  XeroPayment,
  XeroPrepayment,
} from "@hubspot-xero/shared/xero/wire";

type Kind = "payments" | "overpayments" | "prepayments";

/** Only what customers paid. */
export function paymentFilter(kind: Kind): string {
  switch (kind) {
    case "payments":
      return 'PaymentType=="ACCRECPAYMENT"';
    case "overpayments":
      return 'Type=="RECEIVE-OVERPAYMENT"';
    case "prepayments":
      return 'Type=="RECEIVE-PREPAYMENT"';
  }
}

/** Money from customers that came in, changed or was reversed. */
export function paymentEvents(
  kind: Kind,
  body: {
    Payments?: XeroPayment[];
    Overpayments?: XeroOverpayment[];
    Prepayments?: XeroPrepayment[];
  },
) {
  const payments = {
    payments: () => (body.Payments ?? []).map(readPayment),
    overpayments: () => (body.Overpayments ?? []).map(readOverpayment),
    prepayments: () => (body.Prepayments ?? []).map(readPrepayment),
  }[kind]();
  return payments.flatMap((payment) => (payment ? moneyOutput(payment) : []));
}
