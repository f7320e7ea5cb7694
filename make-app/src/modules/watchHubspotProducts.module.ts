import { hubspotProductUpdated as operation } from "@hubspot-xero/shared/catalog/hubspotProductUpdated";
import { HUBSPOT_API_VERSION as VERSION } from "@hubspot-xero/shared/hubspot/wire";
import { outputOf } from "../catalog/parameters";
import { checked } from "../checked";
import { ACCOUNT } from "../connections/hubspotAccount";
import type { MakeModule } from "../make/app";
import type { RequestDirective } from "../make/communication";
import { LIMIT } from "./paging";

/** What Make shows to choose a start from: as many as HubSpot gives at once. */
const CHOICES = 200;

const events =
  "productEvents(parameters.currency, body.results, temp.account, now)";

/** One request when nothing is new. */
const request = (since: string): RequestDirective => ({
  temp: {
    record: "products",
    account: ACCOUNT,
  },
  url: `/crm/objects/${VERSION}/products/search`,
  method: "POST",
  body: `{{productQuery(parameters.currency, temp.account${since})}}`,
});

const response: RequestDirective["response"] = {
  valid: checked(events),
  iterate: `{{get(${events}, 'events')}}`,
};

const given = outputOf(operation);

export const watchHubspotProducts: MakeModule = {
  id: "watchHubspotProducts",
  label: "Watch products",
  description: "Triggers when a product is created or updated.",
  service: "hubspot",
  group: "Items",
  type: "trigger",
  communication: {
    ...request(", data.lastDate, now"),
    response: {
      ...response,
      output: "{{item}}",
      limit: "{{parameters.limit}}",
      trigger: {
        type: "date",
        order: "desc",
        id: "{{item.id}}",
        date: "{{item.updatedAt}}",
      },
    },
    pagination: {
      body: {
        "{{...}}":
          "{{productQuery(parameters.currency, temp.account, data.lastDate, now)}}",
        after: "{{body.paging.next.after}}",
      },
      condition: "{{!!body.paging.next.after}}",
    },
  },
  epoch: {
    ...request(""),
    response: {
      ...response,
      limit: CHOICES,
      output: {
        label: "{{item.code}} {{item.name}}",
        date: "{{item.updatedAt}}",
      },
    },
  },
  staticParams: [
    { ...LIMIT, required: true },
    {
      name: "currency",
      type: "text",
      label: "Currency",
      help: "The currency of the Xero organisation, such as GBP, where it is not that of the HubSpot account: prices in it are read.",
    },
  ],
  interface: [
    ...given.interface,
    { name: "product", type: "any", label: "Product data" },
  ],
  samples: { ...given.samples, product: { item: { code: "DESIGN" } } },
  scope: ["crm.objects.products.read"],
};
