import type { Dropdown } from "@hubspot-xero/shared/catalog/field";
import type { Service } from "../make/app";

const RPCS: Record<Dropdown, { id: string; service: Service }> = {
  organisation: { id: "listOrganisations", service: "xero" },
  revenue_account: { id: "listRevenueAccounts", service: "xero" },
  tax_rate: { id: "listTaxRates", service: "xero" },
  branding_theme: { id: "listBrandingThemes", service: "xero" },
  tracking_option: { id: "listTrackingOptions", service: "xero" },
  currency: { id: "listCurrencies", service: "xero" },
  credit: { id: "listCredits", service: "xero" },
  item: { id: "listItems", service: "xero" },
  pipeline: { id: "listPipelines", service: "hubspot" },
  stage: { id: "listStages", service: "hubspot" },
  hubspot_tax_rate: { id: "listHubspotTaxRates", service: "hubspot" },
};

/** The RPC behind a dropdown of the catalogue. */
export function rpcOf(dropdown: Dropdown): string {
  return RPCS[dropdown].id;
}

/** Whether a module with a connection to the service can fill the dropdown. */
export function servedBy(service: Service) {
  return (dropdown: Dropdown) => RPCS[dropdown].service === service;
}
