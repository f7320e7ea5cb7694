import { INDUSTRIES } from "./industries";
import {
  readOnly,
  standardProperty,
  type StandardProperty,
} from "./propertyDefinitions";
import type { PropertyDefinition } from "./types";

export const LIFECYCLE_STAGES = [
  "subscriber",
  "lead",
  "marketingqualifiedlead",
  "salesqualifiedlead",
  "opportunity",
  "customer",
  "evangelist",
  "other",
];

const SHARED: StandardProperty[] = [
  ["phone", "string", "Phone Number"],
  ["address", "string", "Street Address"],
  ["city", "string", "City"],
  ["state", "string", "State/Region"],
  ["zip", "string", "Postal Code"],
  ["country", "string", "Country/Region"],
  ["website", "string", "Website URL"],
  [
    "lifecyclestage",
    "enumeration",
    "Lifecycle Stage",
    { fieldType: "radio", options: LIFECYCLE_STAGES },
  ],
  ["hubspot_owner_id", "enumeration", "Owner", { externalOptions: true }],
];

const CONTACT: StandardProperty[] = [
  ["email", "string", "Email", { unique: true }],
  ["firstname", "string", "First Name"],
  ["lastname", "string", "Last Name"],
  ["company", "string", "Company Name"],
  ["jobtitle", "string", "Job Title"],
  ["mobilephone", "string", "Mobile Phone Number"],
  ["fax", "string", "Fax Number"],
  ["salutation", "string", "Salutation"],
  [
    "hs_additional_emails",
    "enumeration",
    "Additional email addresses",
    { fieldType: "checkbox", externalOptions: true },
  ],
  ["hs_language", "string", "Preferred language"],
];

const COMPANY: StandardProperty[] = [
  ["name", "string", "Company name"],
  ["domain", "string", "Company Domain Name"],
  ["address2", "string", "Street Address 2"],
  ["description", "string", "Description"],
  ["industry", "enumeration", "Industry", { options: INDUSTRIES }],
  ["annualrevenue", "number", "Annual Revenue"],
  ["numberofemployees", "number", "Number of Employees"],
  ["timezone", "string", "Time Zone"],
];

const SHARED_CALCULATED = {
  string: ["hs_searchable_calculated_phone_number"],
  enumeration: ["hs_pipeline", "hs_all_owner_ids", "hs_user_ids_of_all_owners"],
  number: ["num_notes", "num_associated_deals"],
  datetime: [
    "notes_last_updated",
    "hubspot_owner_assigneddate",
    "hs_v2_date_entered_current_stage",
    "hs_v2_time_in_current_stage",
  ],
};

export function contactProperties(): PropertyDefinition[] {
  const group = "contactinformation";
  return [
    ...[...CONTACT, ...SHARED].map((row) => standardProperty(row, group)),
    ...readOnly(
      "string",
      [
        ...SHARED_CALCULATED.string,
        "associatedcompanyid",
        "hs_all_contact_vids",
        "hs_email_domain",
        "hs_full_name_or_email",
        "hs_is_contact",
        "hs_is_unworked",
        "hs_currently_enrolled_in_prospecting_agent",
      ],
      group,
    ),
    ...readOnly(
      "number",
      [
        ...SHARED_CALCULATED.number,
        "hs_associated_target_accounts",
        "hs_membership_has_accessed_private_content",
        "hs_prospecting_agent_actively_enrolled_count",
        "hs_prospecting_agent_total_enrolled_count",
        "hs_registered_member",
        "hs_sequences_actively_enrolled_count",
      ],
      group,
    ),
    ...readOnly("enumeration", SHARED_CALCULATED.enumeration, group),
    ...readOnly(
      "datetime",
      [
        ...SHARED_CALCULATED.datetime,
        ...LIFECYCLE_STAGES.map((stage) => `hs_lifecyclestage_${stage}_date`),
      ],
      group,
    ),
  ];
}

export function companyProperties(): PropertyDefinition[] {
  const group = "companyinformation";
  return [
    ...[...COMPANY, ...SHARED].map((row) => standardProperty(row, group)),
    ...readOnly(
      "string",
      [
        ...SHARED_CALCULATED.string,
        "hs_annual_revenue_currency_code",
        "hs_task_label",
      ],
      group,
    ),
    ...readOnly(
      "number",
      [
        ...SHARED_CALCULATED.number,
        "hs_num_blockers",
        "hs_num_child_companies",
        "hs_num_contacts_with_buying_roles",
        "hs_num_decision_makers",
        "hs_num_open_deals",
        "num_associated_contacts",
      ],
      group,
    ),
    ...readOnly("enumeration", SHARED_CALCULATED.enumeration, group),
    ...readOnly("datetime", SHARED_CALCULATED.datetime, group),
  ];
}
