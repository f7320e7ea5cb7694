import { HUBSPOT_API_VERSION as VERSION } from "@hubspot-xero/shared/hubspot/wire";
import type { Scenario } from "./blueprint";
import { readAndShowOnDeal } from "./invoiceToDeal";

/** HubSpot's own association of a task with a deal. */
const TASK_TO_DEAL = 216;

const day = (from: number) =>
  `DateTime({{formatDate(addDays(now; ${from}); "YYYY,MM,DD")}})`;

/** Approved sales invoices that were due yesterday and are not paid. */
const DUE_YESTERDAY = `Type=="ACCREC" AND Status=="AUTHORISED" AND DueDate>=${day(-1)} AND DueDate<${day(0)}`;

/** Only what cannot break the JSON: numbers, dates, IDs and the invoice's number. Two closing braces would be Make's. */
const TASK = `{
  "properties": {
    "hs_timestamp": "{{formatDate(now; "YYYY-MM-DD")}}T09:00:00Z",
    "hs_task_subject": "Invoice {{3.invoiceNumber}} is overdue",
    "hs_task_body": "{{3.amountDue}} {{3.currency}} were due on {{3.dueDate}}. {{3.invoiceUrl}}",
    "hs_task_status": "NOT_STARTED",
    "hs_task_type": "TODO",
    "hubspot_owner_id": "{{4.ownerId}}"
  },
  "associations": [{
    "to": { "id": "{{4.dealId}}" },
    "types": [{ "associationCategory": "HUBSPOT_DEFINED", "associationTypeId": ${TASK_TO_DEAL} }]
  }]
}`;

/**
 * To be scheduled once a day: time alone makes an invoice overdue, and no change of it tells. Each invoice comes on one
 * day, so nothing overtakes it here, and one that a person must look at holds up no other.
 */
export const overdueInvoiceToTask: Scenario = {
  id: "overdue-invoice-to-task",
  name: "Overdue Xero invoice -> deal, task for its owner",
  steps: [
    {
      module: "makeXeroApiCall",
      mapper: {
        url: "/api.xro/2.0/Invoices",
        method: "GET",
        headers: [{ key: "Accept", value: "application/json" }],
        qs: [
          { key: "where", value: DUE_YESTERDAY },
          { key: "page", value: "1" },
          { key: "pageSize", value: "1000" },
        ],
      },
    },
    { module: "builtin:BasicFeeder", mapper: { array: "{{1.body.Invoices}}" } },
    ...readAndShowOnDeal("{{2.InvoiceID}}", 3, {
      then: [
        {
          module: "makeHubspotApiCall",
          mapper: {
            url: `/crm/objects/${VERSION}/tasks`,
            method: "POST",
            headers: [{ key: "Content-Type", value: "application/json" }],
            body: TASK,
          },
          keepsFailures: true,
        },
      ],
    }),
  ],
};
