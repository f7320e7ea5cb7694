import {
  readOnly,
  standardProperty,
  type StandardProperty,
} from "./propertyDefinitions";
import type { PropertyDefinition } from "./types";

const OWNER: StandardProperty = [
  "hubspot_owner_id",
  "enumeration",
  "Owner",
  { externalOptions: true },
];

const NOTE: StandardProperty[] = [
  ["hs_timestamp", "datetime", "Activity date"],
  ["hs_note_body", "string", "Note body", { fieldType: "html" }],
  ["hs_attachment_ids", "string", "Attached file IDs"],
  OWNER,
];

const TASK: StandardProperty[] = [
  ["hs_timestamp", "datetime", "Due date"],
  ["hs_task_subject", "string", "Task title"],
  ["hs_task_body", "string", "Task notes", { fieldType: "html" }],
  [
    "hs_task_status",
    "enumeration",
    "Task status",
    {
      options: [
        "NOT_STARTED",
        "IN_PROGRESS",
        "WAITING",
        "COMPLETED",
        "DEFERRED",
      ],
    },
  ],
  [
    "hs_task_priority",
    "enumeration",
    "Priority",
    { options: ["LOW", "MEDIUM", "HIGH", "NONE"] },
  ],
  [
    "hs_task_type",
    "enumeration",
    "Task type",
    { options: ["EMAIL", "CALL", "TODO"] },
  ],
  OWNER,
];

const INVOICE: StandardProperty[] = [
  ["hs_currency", "enumeration", "Currency", { externalOptions: true }],
  ["hs_title", "string", "Title"],
  ["hs_number", "string", "Number"],
  [
    "hs_invoice_status",
    "enumeration",
    "Status",
    { options: ["draft", "open", "paid", "voided"] },
  ],
  ["hs_invoice_date", "datetime", "Invoice date"],
  ["hs_due_date", "datetime", "Due date"],
  ["hs_purchase_order_number", "string", "PO number"],
  ["hs_comments", "string", "Comments"],
  ["hs_invoice_billable", "bool", "Billable"],
  ["hs_amount_billed", "number", "Amount billed"],
  ["hs_balance_due", "number", "Balance due"],
  OWNER,
];

export function noteProperties(): PropertyDefinition[] {
  const group = "note";
  return [
    ...NOTE.map((row) => standardProperty(row, group)),
    ...readOnly(
      "string",
      ["hs_body_preview", "hs_body_preview_html", "hs_obj_coords"],
      group,
    ),
    ...readOnly("enumeration", OWNER_IDS, group),
    ...readOnly("bool", ["hs_body_preview_is_truncated"], group),
    ...readOnly("datetime", ["hubspot_owner_assigneddate"], group),
  ];
}

export function taskProperties(): PropertyDefinition[] {
  const group = "task";
  return [
    ...TASK.map((row) => standardProperty(row, group)),
    ...readOnly("enumeration", OWNER_IDS, group),
    ...readOnly("datetime", ["hubspot_owner_assigneddate"], group),
  ];
}

export function invoiceProperties(): PropertyDefinition[] {
  const group = "invoiceinformation";
  return [
    ...INVOICE.map((row) => standardProperty(row, group)),
    ...readOnly("enumeration", OWNER_IDS, group),
    ...readOnly("datetime", ["hubspot_owner_assigneddate"], group),
  ];
}

const OWNER_IDS = ["hs_all_owner_ids", "hs_user_ids_of_all_owners"];
