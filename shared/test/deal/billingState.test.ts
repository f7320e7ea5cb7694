import { billingState, xeroStatus } from "../../src/deal/billingState";
import { d } from "../builders";

const TODAY = "2026-11-23";

const FUTURE = "2026-12-23";
const PAST = "2026-11-22";

it.each([
  ["DRAFT", FUTURE, "0", "0", "draft"],
  ["DRAFT", PAST, "0", "0", "draft"],
  ["SUBMITTED", FUTURE, "0", "0", "not sent"],
  ["SUBMITTED", PAST, "0", "0", "not sent"],
  ["AUTHORISED", FUTURE, "0", "0", "awaiting payment"],
  ["AUTHORISED", undefined, "0", "0", "awaiting payment"],
  ["AUTHORISED", FUTURE, "0.01", "0", "part paid"],
  ["AUTHORISED", FUTURE, "0", "0.01", "part paid"],
  ["AUTHORISED", undefined, "10", "10", "part paid"],
  // due today is not overdue yet; part of it paid does not stop it tomorrow
  ["AUTHORISED", TODAY, "0", "0", "awaiting payment"],
  ["AUTHORISED", TODAY, "10", "0", "part paid"],
  ["AUTHORISED", PAST, "0", "0", "overdue"],
  ["AUTHORISED", PAST, "10", "0", "overdue"],
  ["AUTHORISED", "2025-12-31", "0", "5", "overdue"],
  ["PAID", PAST, "100", "0", "paid"],
  ["PAID", PAST, "60", "40", "paid"],
  ["PAID", FUTURE, "0", "100", "credited"],
  ["PAID", FUTURE, "0", "0", "paid"],
  ["VOIDED", PAST, "0", "0", "voided"],
  ["DELETED", FUTURE, "0", "0", "voided"],
])(
  "%s, due %s, paid %s, credited %s is %s on 23 November",
  (status, dueDate, paid, credited, expected) => {
    const invoice = {
      status,
      dueDate,
      amountPaid: d(paid),
      amountCredited: d(credited),
    };
    expect(billingState(invoice, TODAY)).toBe(expected);
  },
);

it.each([
  ["draft", "DRAFT"],
  ["not sent", "SUBMITTED"],
  ["awaiting payment", "AUTHORISED"],
  ["part paid", "AUTHORISED"],
  ["overdue", "AUTHORISED"],
  ["paid", "PAID"],
  ["credited", "PAID"],
  ["voided", "VOIDED"],
  ["something else", "something else"],
])("behind %p is Xero's %s", (state, status) => {
  expect(xeroStatus(state)).toBe(status);
});
