import {
  readOnly,
  standardProperty,
  type StandardProperty,
} from "./propertyDefinitions";
import type { Pipeline, PropertyDefinition } from "./types";

const GROUP = "dealinformation";

const WRITABLE: StandardProperty[] = [
  ["dealname", "string", "Deal Name"],
  ["amount", "number", "Amount"],
  ["deal_currency_code", "enumeration", "Currency", { externalOptions: true }],
  ["pipeline", "enumeration", "Pipeline", { externalOptions: true }],
  ["dealstage", "enumeration", "Deal Stage", { externalOptions: true }],
  ["closedate", "datetime", "Close Date"],
  ["hubspot_owner_id", "enumeration", "Deal owner", { externalOptions: true }],
  [
    "dealtype",
    "enumeration",
    "Deal Type",
    { fieldType: "radio", options: ["newbusiness", "existingbusiness"] },
  ],
  ["description", "string", "Deal Description", { fieldType: "textarea" }],
  ["closed_won_reason", "string", "Closed Won Reason"],
  ["closed_lost_reason", "string", "Closed Lost Reason"],
  ["hs_next_step", "string", "Next step"],
  [
    "hs_priority",
    "enumeration",
    "Priority",
    { options: ["low", "medium", "high"] },
  ],
];

/** The stamps that HubSpot keeps for each stage of each pipeline. */
export const STAGE_STAMPS = {
  entered: "hs_v2_date_entered_",
  exited: "hs_v2_date_exited_",
  latest: "hs_v2_latest_time_in_",
  cumulative: "hs_v2_cumulative_time_in_",
};

export function dealProperties(pipelines: Pipeline[]): PropertyDefinition[] {
  const stages = pipelines.flatMap((pipeline) => pipeline.stages);
  const named = (...prefixes: string[]) =>
    stages.flatMap(({ id }) => prefixes.map((prefix) => prefix + id));
  return [
    ...WRITABLE.map((row) => standardProperty(row, GROUP)),
    ...readOnly(
      "bool",
      [
        "hs_is_closed",
        "hs_is_closed_won",
        "hs_is_closed_lost",
        "hs_is_deal_split",
        "hs_has_last_conversation_follow_ups",
        "hs_has_last_meeting_followups",
      ],
      GROUP,
    ),
    ...readOnly(
      "number",
      [
        ...CALCULATED_NUMBERS,
        ...named(STAGE_STAMPS.latest, STAGE_STAMPS.cumulative),
      ],
      GROUP,
    ),
    ...readOnly(
      "datetime",
      [
        "hs_createdate",
        "hubspot_owner_assigneddate",
        "notes_last_updated",
        "hs_v2_date_entered_current_stage",
        "hs_v2_time_in_current_stage",
        ...named(STAGE_STAMPS.entered, STAGE_STAMPS.exited),
      ],
      GROUP,
    ),
    ...readOnly(
      "enumeration",
      ["hs_all_owner_ids", "hs_user_ids_of_all_owners"],
      GROUP,
    ),
  ];
}

const CALCULATED_NUMBERS = [
  "amount_in_home_currency",
  "days_to_close",
  "hs_actual_duration",
  "hs_closed_amount",
  "hs_closed_amount_in_home_currency",
  "hs_closed_deal_close_date",
  "hs_closed_deal_create_date",
  "hs_closed_won_count",
  "hs_days_to_close_raw",
  "hs_deal_stage_probability",
  "hs_deal_stage_probability_shadow",
  "hs_exchange_rate",
  "hs_forecast_amount",
  "hs_is_closed_count",
  "hs_is_open_count",
  "hs_num_associated_active_deal_registrations",
  "hs_num_associated_deal_registrations",
  "hs_num_associated_deal_splits",
  "hs_num_of_associated_line_items",
  "hs_num_target_accounts",
  "hs_number_of_call_engagements",
  "hs_number_of_inbound_calls",
  "hs_number_of_outbound_calls",
  "hs_number_of_overdue_tasks",
  "hs_open_amount_in_home_currency",
  "hs_open_deal_create_date",
  "hs_projected_amount",
  "hs_projected_amount_in_home_currency",
  "hs_weighted_pipeline_in_company_currency",
  "num_associated_contacts",
  "num_notes",
];
