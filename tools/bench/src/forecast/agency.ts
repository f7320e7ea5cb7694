import {
  addDays,
  type CalendarDate,
} from "@hubspot-xero/shared/date/calendarDate";
import { readXeroDate } from "@hubspot-xero/shared/date/xeroDate";
import type { World } from "@hubspot-xero/main-job/world";
import type { Invoice } from "@hubspot-xero/sandbox/xero/types";
import {
  billProject,
  billRetainer,
  createCustomer,
  createDeal,
} from "./agencyRecords";
import { asOf, wonOn, type DealStory } from "./dealStories";
import { HABITS, type Books } from "./payers";
import type { Random } from "./random";

/** An agency at work in the sandbox: it keeps its deals as their stories have it, bills those that are won, and is paid. */
export interface Agency {
  /** Everything that happened before a day. */
  liveUntil(day: CalendarDate): Promise<void>;
  /** The payments of a month, `YYYY-MM`. */
  cashIn(month: string): number;
}

/** A story with the deal that tells it. */
interface Told {
  story: DealStory;
  dealId?: string;
  isBilled?: true;
}

interface Bill {
  amount: number;
  paidOn: CalendarDate;
  isPaid: boolean;
}

export function createAgency(
  world: World,
  books: Books,
  stories: readonly DealStory[],
  random: Random,
): Agency {
  const { hubspot, xero } = world.sandbox;
  const customers = books.customers.map((habit, index) =>
    createCustomer(world.sandbox, `${habit} ${index + 1}`),
  );
  const told: Told[] = stories.map((story) => ({ story }));
  const bills = new Map<string, Bill>();

  function keepDeal(deal: Told, yesterday: CalendarDate): void {
    const { story } = deal;
    const dealstage = asOf(story.stages, yesterday)?.stage;
    const date = asOf(story.closeDates, yesterday)?.closeDate;
    if (!dealstage || !date) return;
    const now = { dealstage, closedate: `${date}T12:00:00.000Z` };
    if (!deal.dealId) {
      const { companyId } = customers[story.customer]!;
      deal.dealId = createDeal(world.sandbox, story, companyId, now);
      return;
    }
    const { properties } = hubspot.get("deals", deal.dealId)!;
    if (
      properties.dealstage !== dealstage ||
      properties.closedate !== now.closedate
    )
      hubspot.update("deals", deal.dealId, now);
  }

  async function billDeal(deal: Told, day: CalendarDate): Promise<void> {
    const { story, dealId, isBilled } = deal;
    const won = wonOn(story);
    if (isBilled || !dealId || !won || won >= day) return;
    deal.isBilled = true;
    if (story.isRetainer) return billRetainer(world, dealId);
    const { contactId } = customers[story.customer]!;
    billProject(world.sandbox, dealId, contactId, story.amount, won);
  }

  /** When an invoice will be paid: by its customer's habit, and not before it is written. */
  function paidOn({ Contact, Date: date, DueDate = date }: Invoice) {
    const customer = customers.findIndex(
      ({ contactId }) => contactId === Contact.ContactID,
    );
    const late = HABITS[books.customers[customer]!](random);
    const [written, day] = [
      readXeroDate(date),
      addDays(readXeroDate(DueDate), late),
    ];
    return day > written ? day : written;
  }

  function collect(day: CalendarDate): void {
    for (const invoice of xero.books().invoices)
      if (!bills.has(invoice.InvoiceID))
        bills.set(invoice.InvoiceID, {
          amount: invoice.Total,
          paidOn: paidOn(invoice),
          isPaid: false,
        });
    for (const [invoiceId, bill] of bills)
      if (!bill.isPaid && bill.paidOn < day) {
        xero.person().pay(invoiceId, bill.amount, { date: bill.paidOn });
        bill.isPaid = true;
      }
  }

  return {
    liveUntil: async (day) => {
      for (const deal of told) {
        keepDeal(deal, addDays(day, -1));
        await billDeal(deal, day);
      }
      collect(day);
    },
    cashIn: (month) =>
      [...bills.values()].reduce(
        (sum, bill) =>
          bill.paidOn.startsWith(month) ? sum + bill.amount : sum,
        0,
      ),
  };
}
