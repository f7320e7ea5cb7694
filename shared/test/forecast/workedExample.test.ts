import { addDays } from "../../src/date/calendarDate";
import { forecastRevenue } from "../../src/forecast/forecastRevenue";
import { paymentHabits } from "../../src/forecast/paymentHabits";
import type { Decimal } from "../../src/money/decimal";

/** The example that docs/forecast.md works out by hand. */
it("comes to what the guide works out by hand", () => {
  const paid = (contactId: string, daysLate: number[]) =>
    daysLate.map((late) => ({
      contactId,
      dueDate: "2026-03-31",
      paidOn: addDays("2026-03-31", late),
    }));
  const habits = paymentHabits([
    ...paid("Alder", [0, 1, -1, 0]),
    ...paid("Birch", [30, 31, 29, 30]),
    ...paid("Cedar", [60, 61, 59, 60]),
  ]);
  const [july, august, september] = forecastRevenue({
    habits,
    deals: [
      {
        id: "1",
        name: "Website",
        amount: "12000" as Decimal,
        rate: 1,
        probability: 0.5,
        closeDate: "2026-07-20",
        contactId: "Alder",
        lines: [],
      },
    ],
    invoices: [
      {
        id: "2",
        amountDue: "10000" as Decimal,
        rate: 1,
        dueDate: "2026-07-25",
        contactId: "Cedar",
      },
    ],
    terms: {
      dueInDays: 30,
      dueRule: "days_after_invoice_date",
      taxPercent: 0,
    },
    today: "2026-07-10",
    months: 3,
  });
  const whole = (value: number) => expect.closeTo(value, -0.1);
  expect(july).toMatchObject({
    fromInvoices: 0,
    fromDeals: whole(784),
    asDue: 10000,
    pipeline: 6000,
  });
  expect(august).toMatchObject({
    fromInvoices: whole(1307),
    fromDeals: whole(5113),
    low: 0,
    asDue: 6000,
    pipeline: 0,
  });
  // A step of the spread is a four-hundredth of what may come.
  expect(Math.abs(august!.high - 12000)).toBeLessThanOrEqual(55);
  expect(september).toMatchObject({
    fromInvoices: whole(8525),
    fromDeals: whole(31),
  });
});
