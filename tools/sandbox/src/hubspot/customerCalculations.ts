import { LIFECYCLE_STAGES } from "./customerProperties";
import { parseInstant } from "./instants";
import type { HubspotObject, HubspotState } from "./types";

type Values = Record<string, string | undefined>;

export function contactCalculations({
  id,
  properties,
  history,
}: HubspotObject): Values {
  const { email, firstname, lastname, lifecyclestage } = properties;
  const name = [firstname, lastname].filter(Boolean).join(" ");
  const entered = history.lifecyclestage?.[0]?.timestamp;
  return {
    ...stageEntry("contacts", properties, entered),
    hs_all_contact_vids: id,
    hs_associated_target_accounts: "0",
    hs_currently_enrolled_in_prospecting_agent: "false",
    hs_email_domain: email?.split("@")[1],
    hs_full_name_or_email: name || email,
    hs_is_contact: "true",
    hs_is_unworked: "true",
    hs_membership_has_accessed_private_content: "0",
    hs_prospecting_agent_actively_enrolled_count: "0",
    hs_prospecting_agent_total_enrolled_count: "0",
    hs_registered_member: "0",
    hs_sequences_actively_enrolled_count: "0",
    ...phoneDigits(properties),
    ...(lifecyclestage && LIFECYCLE_STAGES.includes(lifecyclestage) && entered
      ? {
          [`hs_lifecyclestage_${lifecyclestage}_date`]: String(
            parseInstant(entered),
          ),
        }
      : {}),
  };
}

export function companyCalculations(
  { properties, history }: HubspotObject,
  { account }: HubspotState,
): Values {
  return {
    ...stageEntry(
      "companies",
      properties,
      history.lifecyclestage?.[0]?.timestamp,
    ),
    hs_annual_revenue_currency_code: account.companyCurrency,
    hs_num_blockers: "0",
    hs_num_child_companies: "0",
    hs_num_contacts_with_buying_roles: "0",
    hs_num_decision_makers: "0",
    hs_task_label: properties.name,
    ...phoneDigits(properties),
  };
}

function stageEntry(
  plural: string,
  { lifecyclestage }: Values,
  entered: string | undefined,
): Values {
  const since = lifecyclestage ? entered : undefined;
  return {
    hs_pipeline: `${plural}-lifecycle-pipeline`,
    hs_v2_date_entered_current_stage: since,
    hs_v2_time_in_current_stage: since,
  };
}

function phoneDigits({ phone }: Values): Values {
  return {
    hs_searchable_calculated_phone_number:
      phone?.replace(/\D/g, "") || undefined,
  };
}
