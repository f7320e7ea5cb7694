/** The properties that the connector reads, by object. */
export const DEAL_PROPERTIES = [
  "dealname",
  "amount",
  "deal_currency_code",
  "hs_exchange_rate",
  "amount_in_home_currency",
  "dealstage",
  "pipeline",
  "closedate",
  "hubspot_owner_id",
  "xero_invoice_id",
  "xero_invoice_number",
  "xero_invoice_status",
  "xero_invoice_url",
  "xero_invoice_total",
  "xero_due_date",
  "xero_sync_mark",
  "xero_repeating_invoice_id",
  "xero_repeating_mark",
] as const;

/** HubSpot stamps the entry into each stage in a property of its own, whose name ends with the stage's id. */
export const STAGE_ENTRY = "hs_v2_date_entered_";

export const LINE_ITEM_PROPERTIES = [
  "name",
  "description",
  "hs_sku",
  "quantity",
  "price",
  "discount",
  "hs_discount_percentage",
  "amount",
  "hs_tax_rate_group_id",
  "hs_line_item_currency_code",
  "hs_position_on_quote",
  "hs_pricing_model",
  "hs_tier_prices",
  "recurringbillingfrequency",
  "hs_recurring_billing_period",
  "hs_recurring_billing_start_date",
  "hs_recurring_billing_number_of_payments",
  "hs_recurring_billing_terms",
  "hs_billing_start_delay_days",
  "hs_billing_start_delay_months",
] as const;

const ADDRESS_PROPERTIES = [
  "address",
  "city",
  "state",
  "zip",
  "country",
] as const;

export const COMPANY_PROPERTIES = [
  "name",
  "domain",
  "phone",
  "address2",
  ...ADDRESS_PROPERTIES,
  "xero_contact_id",
] as const;

export const CONTACT_PROPERTIES = [
  "firstname",
  "lastname",
  "email",
  "phone",
  "mobilephone",
  ...ADDRESS_PROPERTIES,
  "xero_contact_id",
] as const;

/** Read besides where a customer is kept in step. */
export const CUSTOMER_SYNC_PROPERTIES = [
  "website",
  "hs_merged_object_ids",
] as const;

export const PRODUCT_PROPERTIES = [
  "name",
  "description",
  "hs_sku",
  "price",
  "hs_pricing_model",
  "hs_tier_prices",
  "hs_status",
  "hs_lastmodifieddate",
] as const;
