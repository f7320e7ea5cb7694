import { dealEnteredStage as operation } from "@hubspot-xero/shared/catalog/dealEnteredStage";
import { HUBSPOT_API_VERSION as VERSION } from "@hubspot-xero/shared/hubspot/wire";
import { outputOf, parametersOf } from "../catalog/parameters";
import { checked } from "../checked";
import { ACCOUNT } from "../connections/hubspotAccount";
import type { MakeModule } from "../make/app";
import type { RequestDirective } from "../make/communication";
import { rpcOf, servedBy } from "../rpcs/names";
import { LIMIT } from "./paging";

/** What Make shows to choose a start from: as many as HubSpot gives at once. */
const CHOICES = 200;

const entries = "stageEntries(parameters.stageId, body.results, temp.account)";

/** Where the deal is now does not matter, so passing through the stage counts. One request when nothing is new. */
const request = (query: string): RequestDirective => ({
  temp: {
    record: "deals that entered the stage",
    account: ACCOUNT,
    query: `{{${query}}}`,
  },
  url: `/crm/objects/${VERSION}/deals/search`,
  method: "POST",
  body: "{{temp.query}}",
});

const response: RequestDirective["response"] = {
  valid: checked(entries),
  iterate: `{{get(${entries}, 'entries')}}`,
};

const isPipeline = ({ key }: { key: string }) => key === "pipeline_id";
const shown = servedBy("hubspot");

export const watchDealsEnteringStage: MakeModule = {
  id: "watchDealsEnteringStage",
  label: "Watch deals entering a stage",
  description: operation.description,
  service: "hubspot",
  group: "Deals",
  type: "trigger",
  communication: {
    ...request("stageEntryQuery(parameters.stageId, data.lastDate, now)"),
    response: {
      ...response,
      output: "{{item}}",
      limit: "{{parameters.limit}}",
      trigger: {
        type: "date",
        order: "desc",
        id: "{{item.id}}",
        date: "{{item.enteredAt}}",
      },
    },
    pagination: {
      body: {
        "{{...}}": "{{temp.query}}",
        after: "{{body.paging.next.after}}",
      },
      condition: "{{!!body.paging.next.after}}",
    },
  },
  epoch: {
    ...request("stageEntryQuery(parameters.stageId)"),
    response: {
      ...response,
      limit: CHOICES,
      output: { label: "{{item.dealName}}", date: "{{item.enteredAt}}" },
    },
  },
  staticParams: [
    ...parametersOf(operation.fields.filter(isPipeline), shown).map(
      (pipeline) => ({
        ...pipeline,
        options: {
          store: `rpc://${rpcOf("pipeline")}` as const,
          nested: parametersOf(
            operation.fields.filter((field) => !isPipeline(field)),
            shown,
          ),
        },
      }),
    ),
    { ...LIMIT, required: true },
  ],
  // Payer and lines come with the deal that is read for billing.
  ...outputOf(operation, [
    "stage_name",
    "billing_problem",
    "customer",
    "line_items",
  ]),
};
