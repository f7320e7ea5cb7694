import {
  chanceOfPayment,
  paymentHabits,
  type PaidInvoice,
} from "../../src/forecast/paymentHabits";
import { addDays } from "../../src/date/calendarDate";

const DUE = "2026-06-30";
const paid = (contactId: string, ...daysLate: number[]): PaidInvoice[] =>
  daysLate.map((late) => ({
    contactId,
    dueDate: DUE,
    paidOn: addDays(DUE, late),
  }));

it("supposes three payments where nothing is known: on the due date, a week and a month after it", () => {
  const habits = paymentHabits([]);
  const chance = (from: string, until: string) =>
    chanceOfPayment(habits, { on: DUE }, from, until);
  expect(habits).toMatchObject({ invoices: 0, mean: 0, customers: {} });
  expect(chance("2026-06-30", "2026-07-01")).toBeCloseTo(0.98 / 3, 2);
  expect(chance("2026-07-07", "2026-07-08")).toBeCloseTo(0.98 / 3, 2);
  expect(chance("2026-07-30", "2026-07-31")).toBeCloseTo(0.98 / 3, 2);
  expect(chance("2026-06-01", "2026-06-30")).toBe(0);
});

it("takes one invoice for a hint and a hundred for a habit", () => {
  const sharp = (count: number) => {
    const late = Array.from({ length: count }, () => 20);
    const habits = paymentHabits(paid("a", ...late));
    const due = { on: DUE, contactId: "a" };
    return chanceOfPayment(habits, due, addDays(DUE, 20), addDays(DUE, 21));
  };
  // One of four, and a hundred of a hundred and three.
  expect(sharp(1)).toBeCloseTo(0.98 / 4, 2);
  expect(sharp(100)).toBeCloseTo((0.98 * 100) / 103, 2);
});

it("draws a customer's mean towards that of all, the less the more invoices it has", () => {
  // One customer with several invoices tells nothing of how customers differ: the usual 5.
  const { mean, customers, invoices } = paymentHabits([
    ...paid("often", 20, 20, 20, 20, 20),
    ...paid("once", 40),
  ]);
  expect(invoices).toBe(6);
  expect(mean).toBeCloseTo(140 / 6, 10);
  expect(customers["often"]).toBeCloseTo((100 + (5 * 140) / 6) / 10, 10);
  expect(customers["once"]).toBeCloseTo((40 + (5 * 140) / 6) / 6, 10);
});

it("trusts customers who differ more than their own payments do", () => {
  const { customers } = paymentHabits([
    ...paid("a", 0, 1, -1, 0),
    ...paid("b", 30, 31, 29, 30),
    ...paid("c", 60, 61, 59, 60),
  ]);
  // Within 2/3, between 900 - 1/6: the others weigh 0.5, the least.
  expect(customers["a"]).toBeCloseTo((0 + 0.5 * 30) / 4.5, 10);
  expect(customers["c"]).toBeCloseTo((240 + 0.5 * 30) / 4.5, 10);
});

it("keeps one invoice that lay about for a year from spoiling the rest", () => {
  expect(paymentHabits(paid("a", 400)).mean).toBe(120);
});

describe("the chance of payment", () => {
  const habits = {
    invoices: 4,
    mean: 0,
    customers: { late: 10 },
    deviations: [-5, 0, 5, 10],
  };
  const chance = (
    from: number,
    until: number,
    contactId?: string,
    unpaid?: number,
  ) =>
    chanceOfPayment(
      habits,
      { on: DUE, contactId },
      addDays(DUE, from),
      addDays(DUE, until),
      unpaid === undefined ? undefined : addDays(DUE, unpaid),
    );

  it("follows the deviations around the customer's own habit", () => {
    expect(chance(-5, 1)).toBeCloseTo(0.98 * 0.5 + 0.02 * (1 - 60 / 61), 10);
    expect(chance(5, 11, "late")).toBeCloseTo(
      0.98 * 0.5 + 0.02 * (1 - 60 / 61),
      10,
    );
  });

  it("rules out the days on which an open invoice was not paid", () => {
    // Of the four, those 5 and 10 days late are left.
    expect(chance(3, 6, undefined, 3)).toBeCloseTo(0.5, 1);
    expect(chance(-5, 1, undefined, 3)).toBe(0);
    expect(chance(3, 4000, undefined, 3)).toBeCloseTo(1, 2);
  });

  it("leaves an invoice that is older than any habit a chance in every month, ever less with time", () => {
    const month = (late: number) => chance(late, late + 30, undefined, late);
    // Of stragglers 60 / (60 + days) are left.
    expect(month(200)).toBeCloseTo(1 - 260 / 290, 10);
    expect(month(2000)).toBeCloseTo(1 - 2060 / 2090, 10);
  });
});
