import { upsertXeroItem as operation } from "@hubspot-xero/shared/catalog/upsertXeroItem";
import { outputOf } from "../catalog/parameters";
import { checked, decided, named } from "../checked";
import type { MakeModule } from "../make/app";
import type { RequestDirective } from "../make/communication";
import { TENANT, XERO, xeroParameters } from "./organisation";

const product = "parameters.product";
const isSound = "!temp.source.problem";
const plan = `itemPlan(${product}, temp.source.code, body.Items, parameters, now)`;
const currency = `checkBaseCurrency(${product}, body.Organisations)`;

/** Nothing is sent: a product that cannot be carried over ends the module here. */
const decide: RequestDirective = {
  temp: { source: `{{sourceProduct(${product}, parameters)}}` },
  response: decided("temp.source"),
};

const readCurrency: RequestDirective = {
  temp: { record: "the organisation" },
  condition: `{{${isSound} && temp.source.hasPrice}}`,
  url: `${XERO}/Organisation`,
  headers: TENANT,
  response: { valid: checked(currency), output: null },
};

/** A filter and not the address, because a code may hold a slash. */
const find: RequestDirective = {
  temp: { record: "the item {{temp.source.code}}" },
  condition: `{{${isSound}}}`,
  url: `${XERO}/Items`,
  headers: TENANT,
  qs: { where: "{{temp.source.where}}", unitdp: 4 },
  response: {
    valid: checked(plan),
    temp: { plan: `{{${plan}}}` },
    output: `{{get(${plan}, 'output')}}`,
  },
};

/** Without a key: Xero keeps the code unique, and a refusal must not be answered from its cache. */
const write = (
  outcome: "created" | "updated",
  method: "PUT" | "POST",
  path: string,
): RequestDirective => ({
  condition: `{{${isSound} && temp.plan.outcome = '${outcome}'}}`,
  url: `${XERO}/${path}`,
  method,
  headers: TENANT,
  qs: { summarizeErrors: true, unitdp: 4 },
  body: { Items: ["{{temp.plan.body}}"] },
  response: {
    valid: named("body.Items[1].ItemID"),
    output: `{{upsertedItem(${product}, temp.plan, body.Items[1])}}`,
  },
});

export const upsertXeroItem: MakeModule = {
  id: "upsertXeroItem",
  label: "Create or update an item",
  description:
    "Creates a new item or updates an existing one if its code is the SKU of the product.",
  service: "xero",
  group: "Items",
  type: "action",
  crud: "create",
  communication: [
    decide,
    readCurrency,
    find,
    write("created", "PUT", "Items"),
    write("updated", "POST", "Items/{{temp.plan.itemId}}"),
  ],
  mappableParams: xeroParameters(
    operation.fields.filter(({ key }) => key !== "product_id"),
    [
      {
        name: "product",
        type: "any",
        label: "Product data",
        help: "Map the product data of Watch products.",
        required: true,
      },
    ],
  ),
  ...outputOf(operation),
};
