import { SALES_PIPELINE } from "../hubspot/pipelines";
import type { HubspotSeed, TaxRate } from "../hubspot/types";

export const account: HubspotSeed["account"] = {
  portalId: 2034521,
  timeZone: "Europe/London",
  companyCurrency: "GBP",
  additionalCurrencies: ["USD", "EUR"],
  uiDomain: "app.hubspot.com",
  exchangeRates: { USD: "0.79", EUR: "0.85" },
};

/** The scopes that the guide asks for. */
const CONNECTOR_SCOPES = [
  "oauth",
  "crm.objects.deals.read",
  "crm.objects.deals.write",
  "crm.objects.line_items.read",
  "crm.objects.companies.read",
  "crm.objects.companies.write",
  "crm.objects.contacts.read",
  "crm.objects.contacts.write",
  "crm.objects.products.read",
  "crm.objects.products.write",
  "crm.schemas.deals.read",
  "crm.schemas.deals.write",
  "crm.schemas.companies.read",
  "crm.schemas.companies.write",
  "crm.schemas.contacts.read",
  "crm.schemas.contacts.write",
  "tax_rates.read",
];

export const serviceKeys: HubspotSeed["tokens"] = [
  { token: "sandbox-service-key", scopes: CONNECTOR_SCOPES },
  {
    token: "sandbox-key-without-line-items",
    scopes: CONNECTOR_SCOPES.filter((scope) => !scope.includes("line_items")),
  },
];

export const pipelines: HubspotSeed["pipelines"] = [
  SALES_PIPELINE,
  {
    id: "710021",
    label: "Retainers",
    stages: [
      stage("710022", "Proposal", "0.3"),
      stage("710023", "Negotiation", "0.7"),
      stage("710024", "Retainer Won", "1.0"),
      stage("710025", "Retainer Lost", "0.0"),
    ],
  },
  {
    id: "710031",
    label: "Training",
    stages: [
      stage("710032", "Enquiry", "0.2"),
      stage("710033", "Booked", "1.0"),
      stage("710034", "Cancelled", "0.0"),
    ],
  },
];

/** HubSpot's tax rates; their ids are what deal lines carry. */
export const TAX = { standard: "8801", reduced: "8802", zero: "8803" };

export const taxRates: TaxRate[] = [
  taxRate(TAX.standard, "VAT 20%", 20),
  taxRate(TAX.reduced, "VAT 5%", 5),
  taxRate(TAX.zero, "VAT 0%", 0),
];

export const owners: HubspotSeed["owners"] = [
  {
    id: "118204533",
    email: "nadia@lanternstreet.example",
    type: "PERSON",
    firstName: "Nadia",
    lastName: "Okafor",
    userId: 9120011,
    userIdIncludingInactive: 9120011,
    createdAt: "2025-02-03T09:00:00.000Z",
    updatedAt: "2025-02-03T09:00:00.000Z",
    archived: false,
  },
];

function stage(id: string, label: string, probability: string) {
  const isClosed = String(probability === "1.0" || probability === "0.0");
  return { id, label, metadata: { isClosed, probability } };
}

function taxRate(id: string, name: string, percentageRate: number): TaxRate {
  const createdAt = "2025-02-03T09:00:00.000Z";
  return {
    id,
    name,
    label: name,
    percentageRate,
    active: true,
    createdAt,
    updatedAt: createdAt,
  };
}
