import {
  readOnly,
  standardProperty,
  type StandardProperty,
} from "./propertyDefinitions";
import type { PropertyDefinition } from "./types";

const FREQUENCIES = [
  "weekly",
  "biweekly",
  "monthly",
  "quarterly",
  "per_six_months",
  "annually",
  "per_two_years",
  "per_three_years",
];

/** Properties that a line item takes over from the product it is made from. */
export const COPIED_FROM_PRODUCT = [
  "name",
  "description",
  "price",
  "hs_sku",
  "hs_cost_of_goods_sold",
  "recurringbillingfrequency",
  "hs_recurring_billing_period",
];

const SHARED: StandardProperty[] = [
  ["name", "string", "Name"],
  ["description", "string", "Description", { fieldType: "textarea" }],
  ["price", "number", "Unit price"],
  ["hs_sku", "string", "SKU"],
  ["hs_cost_of_goods_sold", "number", "Unit cost"],
  [
    "recurringbillingfrequency",
    "enumeration",
    "Billing frequency",
    { options: FREQUENCIES },
  ],
  ["hs_recurring_billing_period", "string", "Term"],
  ["hs_url", "string", "URL"],
  ["hs_images", "string", "Image URL"],
  [
    "hs_pricing_model",
    "enumeration",
    "Pricing model",
    { options: ["flat", "volume", "stairstep", "graduated"] },
  ],
  ["hs_tier_ranges", "string", "Tier ranges"],
  ["hs_tier_prices", "string", "Tier prices"],
];

const LINE_ITEM: StandardProperty[] = [
  ["quantity", "number", "Quantity"],
  ["discount", "number", "Unit discount"],
  ["hs_discount_percentage", "number", "Discount percentage"],
  ["tax", "number", "Tax"],
  [
    "hs_tax_rate_group_id",
    "enumeration",
    "Tax rate",
    { externalOptions: true },
  ],
  ["hs_product_id", "number", "Product ID"],
  [
    "hs_line_item_currency_code",
    "enumeration",
    "Currency",
    { externalOptions: true },
  ],
  ["hs_position_on_quote", "number", "Position on quote"],
  ["hs_recurring_billing_number_of_payments", "number", "Number of payments"],
  ["hs_recurring_billing_start_date", "date", "Billing start date"],
  ["hs_recurring_billing_end_date", "date", "Billing end date"],
  ["hs_recurring_billing_terms", "string", "Billing terms"],
  ["hs_billing_start_delay_days", "number", "Billing start delay (days)"],
  ["hs_billing_start_delay_months", "number", "Billing start delay (months)"],
  ["hs_billing_start_delay_type", "string", "Billing start delay type"],
];

const PRODUCT: StandardProperty[] = [
  ["hs_product_type", "string", "Product type"],
  ["hs_active", "bool", "Active"],
  ["hs_status", "enumeration", "Status", { options: ["active", "inactive"] }],
  ["hs_folder_id", "number", "Folder"],
  // HubSpot has one for each currency of the account.
  ["hs_price_gbp", "number", "Unit price (GBP)"],
  ["hs_price_usd", "number", "Unit price (USD)"],
  ["hs_price_eur", "number", "Unit price (EUR)"],
];

export function lineItemProperties(): PropertyDefinition[] {
  const group = "lineiteminformation";
  return [
    ...[...LINE_ITEM, ...SHARED].map((row) => standardProperty(row, group)),
    ...readOnly(
      "number",
      [
        "amount",
        "hs_pre_discount_amount",
        "hs_total_discount",
        "hs_tax_amount",
        "hs_post_tax_amount",
        "hs_term_in_months",
        "hs_mrr",
        "hs_arr",
        "hs_acv",
        "hs_tcv",
      ],
      group,
    ),
  ];
}

export function productProperties(): PropertyDefinition[] {
  const group = "productinformation";
  return [...PRODUCT, ...SHARED].map((row) => standardProperty(row, group));
}
