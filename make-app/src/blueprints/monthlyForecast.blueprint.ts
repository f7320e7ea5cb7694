import { MOST_DEALS } from "@hubspot-xero/shared/forecast/openDealSearch";
import type { Scenario } from "./blueprint";

const MONTHS = 6;

/** To be scheduled, such as on the first of each month; a step that sends the text to a chat or by e-mail is added behind. */
export const monthlyForecast: Scenario = {
  id: "monthly-forecast",
  name: "Open deals and invoices -> cash by month",
  steps: [
    {
      module: "searchOpenDeals",
      mapper: { months: MONTHS, limit: MOST_DEALS },
    },
    {
      module: "builtin:BasicAggregator",
      parameters: { feeder: 1 },
      mapper: { deal: "{{1.deal}}" },
    },
    {
      module: "forecastRevenue",
      mapper: {
        deals: "{{2.array}}",
        months: MONTHS,
        dueInDays: 30,
        dueRule: "days_after_invoice_date",
        taxPercent: 0,
      },
      keepsFailures: true,
    },
  ],
};
