import { HUBSPOT_API_VERSION as VERSION } from "@hubspot-xero/shared/hubspot/wire";
import type { Rpc } from "../make/app";
import type { RequestDirective } from "../make/communication";
import { TENANT, XERO } from "../modules/organisation";

/** As many choices as a list shows. */
const LIMIT = 500;

interface Choices {
  id: string;
  label: string;
  /** What must be known first. */
  before?: RequestDirective;
  request: RequestDirective;
  iterate: NonNullable<RequestDirective["response"]>["iterate"];
  choice: { label: string; value: string };
}

const record = "the choices of a list";

const list = (service: Rpc["service"], choices: Choices): Rpc => {
  const { id, label, before, request, iterate, choice } = choices;
  const response = { iterate, limit: LIMIT, output: choice };
  const chosen = { ...request, temp: { record }, response };
  return {
    id,
    label,
    service,
    communication: before ? [{ ...before, temp: { record } }, chosen] : chosen,
  };
};

const xeroList = (
  collection: string,
  choices: Omit<Choices, "request" | "iterate"> & { condition?: string },
): Rpc => {
  const { condition, ...rest } = choices;
  const container = `{{body.${collection}}}`;
  return list("xero", {
    ...rest,
    request: { url: `${XERO}/${collection}`, headers: TENANT },
    iterate: condition ? { container, condition } : container,
  });
};

const pipelines: RequestDirective = { url: `/crm/pipelines/${VERSION}/deals` };

export const rpcs: readonly Rpc[] = [
  list("xero", {
    id: "listOrganisations",
    label: "List organisations",
    request: { url: "/connections" },
    iterate: {
      container: "{{body}}",
      condition: "{{item.tenantType = 'ORGANISATION'}}",
    },
    choice: { label: "{{item.tenantName}}", value: "{{item.tenantId}}" },
  }),
  xeroList("Accounts", {
    id: "listRevenueAccounts",
    label: "List revenue accounts",
    condition: "{{item.Status = 'ACTIVE' && item.Class = 'REVENUE'}}",
    choice: { label: "{{item.Code}} {{item.Name}}", value: "{{item.Code}}" },
  }),
  xeroList("TaxRates", {
    id: "listTaxRates",
    label: "List tax rates",
    condition: "{{item.Status = 'ACTIVE' && item.CanApplyToRevenue != false}}",
    choice: {
      label: "{{item.Name}} ({{ifempty(item.EffectiveRate, 0)}}%)",
      value: "{{item.TaxType}}",
    },
  }),
  xeroList("BrandingThemes", {
    id: "listBrandingThemes",
    label: "List branding themes",
    choice: { label: "{{item.Name}}", value: "{{item.BrandingThemeID}}" },
  }),
  list("xero", {
    id: "listTrackingOptions",
    label: "List tracking options",
    request: { url: `${XERO}/TrackingCategories`, headers: TENANT },
    iterate: "{{trackingChoices(body.TrackingCategories)}}",
    choice: { label: "{{item.label}}", value: "{{item.value}}" },
  }),
  xeroList("Currencies", {
    id: "listCurrencies",
    label: "List currencies",
    choice: {
      label: "{{item.Code}} {{item.Description}}",
      value: "{{item.Code}}",
    },
  }),
  xeroList("Items", {
    id: "listItems",
    label: "List items",
    condition: "{{item.IsSold != false}}",
    choice: { label: "{{item.Code}} {{item.Name}}", value: "{{item.Code}}" },
  }),
  list("xero", {
    id: "listCredits",
    label: "List credits",
    request: {
      condition: { condition: "{{!!creditList(parameters)}}", default: [] },
      url: `${XERO}/{{get(creditList(parameters), 'collection')}}`,
      headers: TENANT,
      qs: {
        where: "{{get(creditList(parameters), 'where')}}",
        order: "{{get(creditList(parameters), 'order')}}",
        page: 1,
        pageSize: "{{get(creditList(parameters), 'pageSize')}}",
      },
    },
    iterate: "{{creditOptions(parameters, body)}}",
    choice: { label: "{{item.label}}", value: "{{item.value}}" },
  }),
  list("hubspot", {
    id: "listPipelines",
    label: "List pipelines",
    request: pipelines,
    iterate: {
      container: "{{body.results}}",
      condition: "{{!item.archived}}",
    },
    choice: { label: "{{item.label}}", value: "{{item.id}}" },
  }),
  list("hubspot", {
    id: "listStages",
    label: "List stages",
    before: {
      url: `/crm/properties/${VERSION}/deals`,
      response: { temp: { properties: "{{body.results}}" }, output: null },
    },
    request: pipelines,
    iterate:
      "{{stageChoices(body.results, parameters.pipelineId, temp.properties)}}",
    choice: { label: "{{item.label}}", value: "{{item.value}}" },
  }),
];
