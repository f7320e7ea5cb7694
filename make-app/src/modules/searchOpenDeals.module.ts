import { dealEnteredStage } from "@hubspot-xero/shared/catalog/dealEnteredStage";
import type { Operation } from "@hubspot-xero/shared/catalog/field";
import { forecastRevenue } from "@hubspot-xero/shared/catalog/forecastRevenue";
import { MOST_DEALS } from "@hubspot-xero/shared/forecast/openDealSearch";
import {
  COMPANY_PROPERTIES,
  CONTACT_PROPERTIES,
  LINE_ITEM_PROPERTIES,
} from "@hubspot-xero/shared/hubspot/properties";
import { HUBSPOT_API_VERSION as VERSION } from "@hubspot-xero/shared/hubspot/wire";
import { outputOf, parametersOf } from "../catalog/parameters";
import { checked, decided } from "../checked";
import { ACCOUNT } from "../connections/hubspotAccount";
import { BATCHES } from "../functions/openedDeals";
import { SEARCHES } from "../functions/openDealsWanted";
import type { MakeModule } from "../make/app";
import type { RequestDirective } from "../make/communication";
import { servedBy } from "../rpcs/names";
import { LIMIT } from "./paging";

type Kind = keyof typeof BATCHES;

/** What is read of each kind, its name in messages, and where `temp` keeps the links and the records. */
const READ: Record<
  Kind,
  { properties: readonly string[]; name: string; links: string; found: string }
> = {
  line_items: {
    properties: LINE_ITEM_PROPERTIES,
    name: "the lines of deals",
    links: "lineLinks",
    found: "lines",
  },
  companies: {
    properties: COMPANY_PROPERTIES,
    name: "the companies of deals",
    links: "companyLinks",
    found: "companies",
  },
  contacts: {
    properties: CONTACT_PROPERTIES,
    name: "the contacts of deals",
    links: "contactLinks",
    found: "people",
  },
};
const KINDS = Object.keys(BATCHES) as Kind[];

const whole = "hubspotBatch(body, temp.record)";
const opened =
  "openedDeals(temp.found, temp.account, temp.lineLinks, temp.companyLinks, temp.contactLinks)";
const told =
  "openDeals(temp.opened, temp.wanted, temp.total, temp.account, temp.lines, temp.companies, temp.people)";

/** Nothing is sent: what cannot be searched ends here. */
const choose: RequestDirective = {
  temp: { wanted: "{{openDealsWanted(parameters, connection.timeZone, now)}}" },
  response: decided("temp.wanted"),
};

const search = (page: number): RequestDirective => ({
  temp: { record: "open deals", account: ACCOUNT },
  condition: `{{length(temp.wanted.bodies) >= ${page}${page > 1 ? " && !!temp.next" : ""}}}`,
  url: `/crm/objects/${VERSION}/deals/search`,
  method: "POST",
  body: `{{temp.wanted.bodies[${page}]}}`,
  response: {
    valid: checked(whole),
    temp: {
      found: `{{merge(ifempty(temp.found, emptyarray), get(${whole}, 'results'))}}`,
      total: "{{body.total}}",
      next: "{{ifempty(body.paging.next.after, '')}}",
    },
    output: null,
  },
});

/** HubSpot takes a thousand deals at once here, and batches of records never say what belongs to them. */
const associate = (kind: Kind): RequestDirective => ({
  temp: { record: READ[kind].name, ids: "{{openDealIds(temp.found)}}" },
  condition: "{{length(temp.ids) > 0}}",
  url: `/crm/associations/${VERSION}/deals/${kind}/batch/read`,
  method: "POST",
  body: { inputs: "{{temp.ids}}" },
  response: {
    valid: checked(whole),
    temp: { [READ[kind].links]: `{{get(${whole}, 'results')}}` },
    output: null,
  },
});

const open: RequestDirective = {
  temp: { opened: `{{${opened}}}` },
  response: decided("temp.opened"),
};

/** The records of one kind, a hundred in each request. */
function read(kind: Kind): RequestDirective[] {
  const { name, properties, found } = READ[kind];
  return Array.from({ length: BATCHES[kind] }, (_, index) => ({
    temp: { record: name },
    condition: `{{length(temp.opened.batches.${kind}) > ${index}}}`,
    url: `/crm/objects/${VERSION}/${kind}/batch/read`,
    method: "POST",
    body: {
      inputs: `{{temp.opened.batches.${kind}[${index + 1}]}}`,
      properties: [...properties],
    },
    response: {
      valid: checked(whole),
      temp: {
        [found]: `{{merge(ifempty(temp.${found}, emptyarray), get(${whole}, 'results'))}}`,
      },
      output: null,
    },
  }));
}

const tell: RequestDirective = {
  temp: { told: `{{${told}}}` },
  response: {
    ...decided("temp.told"),
    iterate: "{{temp.told.found}}",
    output: "{{item}}",
    limit: "{{parameters.limit}}",
  },
};

/** Which fields of a billed deal an open one has. */
const OF_DEALS = new Set([
  "deal_id",
  "deal_name",
  "amount",
  "currency",
  "pipeline_id",
  "stage_id",
  "close_date",
  "deal_url",
  "owner_id",
]);
const { output, sample } = dealEnteredStage;
const given = outputOf({
  output: [
    ...output.filter(({ key }) => OF_DEALS.has(key)),
    { key: "probability", label: "Probability", type: "number" },
    { key: "xero_contact_id", label: "Xero Contact ID" },
    { key: "note", label: "Note" },
    {
      key: "line_items",
      label: "Line Items",
      children: [
        { key: "name", label: "Name" },
        { key: "net_amount", label: "Net Amount", type: "number" },
        { key: "billing_frequency", label: "Billing Frequency" },
      ],
    },
  ],
  sample: {
    ...Object.fromEntries(
      Object.entries(sample).filter(([key]) => OF_DEALS.has(key)),
    ),
    stage_id: "contractsent",
    probability: 0.9,
    xero_contact_id: "5d3f1b77-0e4a-4f7e-8f0b-9c6a2f1d4e55",
    line_items: [
      { name: "Care plan", net_amount: 450, billing_frequency: "monthly" },
    ],
  },
} satisfies Pick<Operation, "output" | "sample">);

const FIELDS = new Set(["months", "pipeline_id"]);

export const searchOpenDeals: MakeModule = {
  id: "searchOpenDeals",
  label: "Search open deals",
  description:
    "Returns a list of open deals without an invoice or a repeating invoice filtered by pipeline and close date, those that close first coming first.",
  service: "hubspot",
  group: "Deals",
  type: "search",
  communication: [
    choose,
    ...Array.from({ length: SEARCHES }, (_, index) => search(index + 1)),
    ...KINDS.map(associate),
    open,
    ...KINDS.flatMap(read),
    tell,
  ],
  mappableParams: parametersOf(
    forecastRevenue.fields.filter(({ key }) => FIELDS.has(key)),
    servedBy("hubspot"),
  ).concat({
    ...LIMIT,
    help: `${LIMIT.help} A forecast counts no other deals: up to ${MOST_DEALS}.`,
  }),
  interface: [
    ...given.interface,
    { name: "deal", type: "any", label: "Deal data" },
  ],
  samples: {
    ...given.samples,
    deal: { id: sample.deal_id, probability: 0.9 },
  },
};
