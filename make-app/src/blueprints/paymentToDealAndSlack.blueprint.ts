import type { Scenario } from "./blueprint";
import { readAndShowOnDeal } from "./invoiceToDeal";
import { WATCH_PAYMENTS } from "./paymentToDeal.blueprint";

/** Not for reversals: they correct the deal alone. The module and its fields are Slack's, as seen in exported scenarios. */
export const paymentToDealAndSlack: Scenario = {
  id: "payment-to-deal-and-slack",
  name: "Xero payment -> deal, Slack message",
  isInOrder: true,
  steps: [
    WATCH_PAYMENTS,
    ...readAndShowOnDeal("{{1.invoiceId}}", 2, {
      then: [
        {
          module: "slack:CreateMessage",
          version: 4,
          mapper: {
            // Make's own spelling: the channel is typed or mapped, not picked from a list.
            channelWType: "manualy",
            text: "{{1.customerName}} paid {{1.amount}} {{1.currency}} on invoice {{2.invoiceNumber}}. Still due: {{2.amountDue}} {{2.currency}}. {{3.dealUrl}}",
            parse: false,
            mrkdwn: true,
          },
          filter: {
            name: "Not reversed",
            conditions: [
              [{ a: "{{1.reversed}}", o: "boolean:equal", b: "{{false}}" }],
            ],
          },
          ignoresFailures: true,
        },
      ],
    }),
  ],
};
