import { forecastRevenue as operation } from "@hubspot-xero/shared/catalog/forecastRevenue";
import {
  OPEN_SALES_INVOICES,
  REPEATING_SALES_INVOICES,
} from "@hubspot-xero/shared/xero/salesInvoiceLists";
import { outputOf } from "../catalog/parameters";
import { checked, decided } from "../checked";
import type { MakeModule } from "../make/app";
import type { ImlValue, RequestDirective } from "../make/communication";
import { TENANT, XERO, xeroParameters } from "./organisation";

/** Xero's largest. */
const PAGE = 1000;
/** How many pages of each list are read: with the organisation, what Xero answers within a module's 40 seconds. */
const PAGES = 5;

/** Nothing is sent: what cannot be forecast ends here. */
const choose: RequestDirective = {
  temp: { wanted: "{{forecastWanted(parameters, now)}}" },
  response: decided("temp.wanted"),
};

const deals = "forecastDeals(temp.wanted, body.Organisations)";

const readOrganisation: RequestDirective = {
  temp: { record: "the organisation" },
  condition: "{{!temp.wanted.problem}}",
  url: `${XERO}/Organisation`,
  headers: TENANT,
  response: {
    valid: checked(deals),
    temp: { deals: `{{${deals}}}` },
    output: null,
  },
};

/** Adds the pages of a list to `temp`, as long as they are full; each is cut down to what the forecast needs of it. */
function readInvoices(
  name: "open" | "paid",
  query: Record<string, ImlValue>,
  call: string,
  list: string,
): RequestDirective[] {
  return Array.from({ length: PAGES }, (_, index) => ({
    temp: { record: `${name} invoices` },
    condition:
      index === 0 ? "{{!temp.wanted.problem}}" : `{{temp.${name}Full}}`,
    url: `${XERO}/Invoices`,
    headers: TENANT,
    qs: { ...query, page: index + 1, pageSize: PAGE, unitdp: 4 },
    response: {
      valid: checked(call),
      temp: {
        [name]: `{{merge(ifempty(temp.${name}, emptyarray), get(${call}, '${list}'))}}`,
        [`${name}Full`]: `{{length(body.Invoices) = ${PAGE}}}`,
      },
      output: null,
    },
  }));
}

const running = "runningInvoices(body.RepeatingInvoices)";

/** Xero gives them all at once. */
const readRepeating: RequestDirective = {
  temp: { record: "repeating invoices" },
  condition: "{{!temp.wanted.problem}}",
  url: `${XERO}/RepeatingInvoices`,
  headers: TENANT,
  qs: { ...REPEATING_SALES_INVOICES },
  response: {
    valid: checked(running),
    temp: { running: `{{get(${running}, 'running')}}` },
    output: null,
  },
};

const weigh: RequestDirective = {
  temp: {
    habits: "{{payingHabits(temp.paid)}}",
    receivables:
      "{{forecastReceivables(temp.wanted, temp.deals, temp.open, temp.running)}}",
  },
  response: { output: null },
};

const tell: RequestDirective = {
  response: {
    output: `{{forecastResult(temp.wanted, temp.deals, temp.receivables, temp.habits, monthsOfCash(temp.wanted, temp.deals, temp.receivables, temp.habits), if(temp.openFull, ${PAGES * PAGE}, null))}}`,
  },
};

const OF_HUBSPOT = new Set(["pipeline_id"]);

export const forecastRevenue: MakeModule = {
  id: "forecastRevenue",
  label: "Forecast revenue",
  description:
    "Returns the cash to expect by month from open HubSpot deals and open and repeating Xero invoices, as late as each customer really pays.",
  service: "xero",
  group: "Invoices",
  type: "action",
  communication: [
    choose,
    readOrganisation,
    ...readInvoices(
      "open",
      OPEN_SALES_INVOICES,
      "unpaidInvoices(body.Invoices, temp.wanted.today)",
      "open",
    ),
    readRepeating,
    ...readInvoices(
      "paid",
      {
        where: "{{temp.wanted.paid.where}}",
        order: "{{temp.wanted.paid.order}}",
        summaryOnly: true,
      },
      "paidHistory(body.Invoices)",
      "paid",
    ),
    weigh,
    tell,
  ],
  mappableParams: xeroParameters(
    operation.fields.filter(({ key }) => !OF_HUBSPOT.has(key)),
    [
      {
        name: "deals",
        type: "any",
        label: "Open deals",
        help: 'Map the array of an array aggregator that collects the deal data of the module "Search open deals". Left empty, the forecast is of invoices alone.',
      },
    ],
  ),
  ...outputOf(operation),
};
