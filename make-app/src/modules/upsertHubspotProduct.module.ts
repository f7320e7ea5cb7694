import { upsertHubspotProduct as operation } from "@hubspot-xero/shared/catalog/upsertHubspotProduct";
import { HUBSPOT_API_VERSION as VERSION } from "@hubspot-xero/shared/hubspot/wire";
import { outputOf, parametersOf } from "../catalog/parameters";
import { checked, decided, named } from "../checked";
import type { MakeModule } from "../make/app";
import type { RequestDirective } from "../make/communication";
import { servedBy } from "../rpcs/names";

const PRODUCTS = `/crm/objects/${VERSION}/products`;
const item = "parameters.item";
const isSound = "!temp.source.problem";
const found = `productFound(${item}, temp.source, body.results, parameters)`;
const plan = `productPlan(${item}, temp.source, body, parameters, now)`;

/** The item and its organisation belong to the other connection. */
const isOffered = ({ key }: { key: string }) =>
  !["item", "organisation_id"].includes(key);

/** Nothing is sent: an item that cannot be carried over ends the module here. */
const decide: RequestDirective = {
  temp: {
    source: `{{sourceItem(${item}, parameters, connection.companyCurrency)}}`,
  },
  response: decided("temp.source"),
};

const find: RequestDirective = {
  temp: { record: "the product {{temp.source.code}}" },
  condition: `{{${isSound}}}`,
  url: `${PRODUCTS}/search`,
  method: "POST",
  body: "{{temp.source.search}}",
  response: {
    valid: checked(found),
    temp: { found: `{{${found}}}` },
    output: `{{get(${found}, 'output')}}`,
  },
};

const read: RequestDirective = {
  condition: "{{!!temp.found.productId}}",
  url: `${PRODUCTS}/{{temp.found.productId}}`,
  qs: { properties: "{{temp.source.properties}}" },
  response: {
    valid: checked(plan),
    temp: { plan: `{{${plan}}}` },
    output: `{{get(${plan}, 'output')}}`,
  },
};

const create: RequestDirective = {
  condition: "{{temp.found.outcome = 'created'}}",
  url: PRODUCTS,
  method: "POST",
  body: { properties: "{{temp.found.body}}" },
  response: {
    valid: named("body.id"),
    output: `{{createdProduct(${item}, temp.source, temp.found, body)}}`,
  },
};

const update: RequestDirective = {
  condition: "{{temp.plan.outcome = 'updated'}}",
  url: `${PRODUCTS}/{{temp.found.productId}}`,
  method: "PATCH",
  body: { properties: "{{temp.plan.body}}" },
  response: { output: "{{temp.plan.output}}" },
};

export const upsertHubspotProduct: MakeModule = {
  id: "upsertHubspotProduct",
  label: "Create or update a product",
  description:
    "Creates a new product or updates an existing one if its SKU is the code of the item.",
  service: "hubspot",
  group: "Items",
  type: "action",
  crud: "create",
  communication: [decide, find, read, create, update],
  mappableParams: [
    {
      name: "item",
      type: "any",
      label: "Item data",
      help: "Map the item data of Watch items.",
      required: true,
    },
    {
      name: "currency",
      type: "text",
      label: "Currency",
      help: "The currency of the Xero organisation, such as GBP. Where it is not that of the HubSpot account, the product's price in it is written.",
      required: true,
    },
    ...parametersOf(operation.fields.filter(isOffered), servedBy("hubspot")),
  ],
  ...outputOf(operation),
  scope: ["crm.objects.products.read", "crm.objects.products.write"],
};
