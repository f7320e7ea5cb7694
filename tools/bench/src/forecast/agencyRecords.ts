import {
  addDays,
  addMonths,
  type CalendarDate,
} from "@hubspot-xero/shared/date/calendarDate";
import type { World } from "@hubspot-xero/main-job/world";
import type { Sandbox } from "@hubspot-xero/sandbox/sandbox";
import type { DealStory } from "./dealStories";

const DUE_IN_DAYS = 30;
const DEAL_TO_PRIMARY_COMPANY = 5;
const DEAL_TO_LINE_ITEM = 19;

export interface AgencyCustomer {
  contactId: string;
  companyId: string;
}

/** A customer in both systems, linked. */
export function createCustomer(
  { hubspot, xero }: Sandbox,
  name: string,
): AgencyCustomer {
  const { ContactID: contactId } = xero.person().createContact({ Name: name });
  const { id } = hubspot.create("companies", {
    name,
    xero_contact_id: contactId,
  });
  return { contactId, companyId: id };
}

/** A deal over one amount, or over a retainer that begins with the month behind its end. */
export function createDeal(
  { hubspot }: Sandbox,
  { amount, isRetainer, stages, created }: DealStory,
  companyId: string,
  now: { dealstage: string; closedate: string },
): string {
  const closed = stages.at(-1)!.from;
  const lines = isRetainer
    ? [
        hubspot.create("line_items", {
          name: "Retainer",
          quantity: "1",
          price: String(amount / 12),
          recurringbillingfrequency: "monthly",
          hs_recurring_billing_period: "P12M",
          hs_recurring_billing_start_date: addMonths(
            `${closed.slice(0, 7)}-01`,
            1,
          ),
        }),
      ]
    : [];
  const properties = {
    dealname: `Deal of ${created}`,
    amount: String(amount),
    pipeline: "default",
    ...now,
  };
  return hubspot.create("deals", properties, [
    {
      to: { type: "companies", id: companyId },
      typeId: DEAL_TO_PRIMARY_COMPANY,
    },
    ...lines.map(({ id }) => ({
      to: { type: "line_items", id },
      typeId: DEAL_TO_LINE_ITEM,
    })),
  ]).id;
}

/** The invoice of a deal, as a person writes it who notes it on the deal. */
export function billProject(
  { hubspot, xero }: Sandbox,
  dealId: string,
  contactId: string,
  amount: number,
  won: CalendarDate,
): void {
  const { InvoiceID } = xero.person().createInvoice({
    Type: "ACCREC",
    Status: "AUTHORISED",
    Contact: { ContactID: contactId },
    Date: won,
    DueDate: addDays(won, DUE_IN_DAYS),
    LineAmountTypes: "NoTax",
    LineItems: [
      { Description: "Work", UnitAmount: amount, AccountCode: "200" },
    ],
  });
  hubspot.update("deals", dealId, { xero_invoice_id: InvoiceID });
}

/** The repeating invoice of a deal, made by the app. */
export async function billRetainer(
  { zapier, authData }: World,
  dealId: string,
): Promise<void> {
  await zapier.run("creates", "create_repeating_invoice_from_deal", {
    authData,
    inputData: {
      deal_id: dealId,
      invoice_status: "AUTHORISED",
      account_code: "200",
      line_amount_types: "NoTax",
      due_in_days: DUE_IN_DAYS,
      past_start: "bill_past",
    },
  });
}
