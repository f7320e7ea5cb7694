import type { PlantedBreach } from "../breach";

const customer = ({ definition }: Parameters<PlantedBreach["plant"]>[0]) =>
  definition.creates.create_order.operation.inputFields[0];

const ofCustomer = "creates.create_order.inputFields.customer_id";

/** Dropdowns, search buttons and what they refer to. */
export const referenceBreaches: PlantedBreach[] = [
  {
    rule: "D004",
    plant: ({ definition }) => {
      definition.searches.find_customer.operation.inputFields.push({
        key: "shop_id",
        label: "Shop",
        helpText: "Map the shop.",
      });
    },
    at: "searches.find_customer.inputFields.shop_id",
    fix: "Give shop_id a dropdown",
  },
  {
    rule: "D005",
    case: "no such trigger",
    plant: ({ definition }) => {
      definition.searches.find_customer.operation.inputFields.push({
        key: "shop",
        label: "Shop",
        dynamic: "shop_list.id.name",
      });
    },
    at: "searches.find_customer.inputFields.shop.dynamic",
    fix: "Add the trigger shop_list or correct the reference",
  },
  {
    rule: "D005",
    case: "choices without the label",
    plant: (app) => {
      customer(app).dynamic = "customer_list.id.full_name";
    },
    at: `${ofCustomer}.dynamic`,
    fix: "Name another key than full_name",
  },
  {
    rule: "D013",
    case: "no such output",
    plant: (app) => {
      customer(app).search = "find_customer.code";
    },
    at: `${ofCustomer}.search`,
    fix: "Name another key than code",
  },
  {
    rule: "D013",
    case: "no such search",
    plant: (app) => {
      customer(app).search = "find_shop.id";
    },
    at: `${ofCustomer}.search`,
    fix: "Add the search find_shop or correct the reference",
  },
  {
    rule: "D014",
    plant: ({ definition }) => {
      Object.assign(
        definition.searches.find_customer.operation.inputFields[0],
        {
          search: "find_customer.id",
        },
      );
    },
    at: "searches.find_customer.inputFields.name",
    fix: "Give name a dropdown too",
  },
  {
    rule: "D015",
    case: "no such search",
    plant: ({ definition }) => {
      definition.searchOrCreates.find_customer.search = "find_shop";
    },
    at: "searchOrCreates.find_customer.search",
    fix: "Add the search find_shop",
    also: "schema",
  },
  {
    rule: "D015",
    case: "no such action",
    plant: ({ definition }) => {
      definition.searchOrCreates.find_customer.create = "create_shop";
    },
    at: "searchOrCreates.find_customer.create",
    fix: "Add the action create_shop",
    also: "schema",
  },
  {
    rule: "dropdown-unused",
    plant: ({ definition }) => {
      definition.triggers.shop_list = {
        ...definition.triggers.customer_list,
        key: "shop_list",
      };
    },
    at: "triggers.shop_list",
    fix: "Use shop_list in a dropdown, or remove the trigger",
  },
];
