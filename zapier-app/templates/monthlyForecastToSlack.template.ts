import { EVERY_MONTH, SLACK_MESSAGE } from "./foreignApps";
import { choose, type Template } from "./template";

export const monthlyForecastToSlack: Template = {
  id: "monthly-forecast-to-slack",
  title: "Post a monthly cash forecast from HubSpot and Xero to Slack",
  description:
    "Once a month, Slack shows the cash to expect by month: open invoices as late as each customer really pays, and open deals by their probability.",
  steps: [
    {
      kind: "foreign",
      event: EVERY_MONTH,
      fields: { dom: choose("the day, such as 1") },
    },
    {
      kind: "search",
      key: "forecast_revenue",
      fields: {
        tax_percent: choose(
          "your usual tax rate in percent: HubSpot's amounts are without tax, but cash comes with it",
        ),
      },
    },
    {
      kind: "foreign",
      event: SLACK_MESSAGE,
      fields: {
        channel: choose("the channel of whoever plans the cash"),
        text: "{{2__text}}",
      },
    },
  ],
  blueprint: "monthly-forecast",
};
