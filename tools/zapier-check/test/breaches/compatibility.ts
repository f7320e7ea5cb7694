import type { PlantedBreach } from "../breach";

/** What Zaps that run would lose. */
export const compatibilityBreaches: PlantedBreach[] = [
  {
    rule: "C001",
    case: "an operation is removed",
    plant: ({ definition, live }) => {
      delete definition.triggers.order_paid;
      delete live.triggers.order_paid;
    },
    at: "triggers.order_paid",
    fix: "Bring order_paid back, or raise the major version",
  },
  {
    rule: "C001",
    case: "an action is hidden",
    plant: ({ definition }) => {
      definition.creates.create_order.display.hidden = true;
    },
    at: "creates.create_order",
    fix: "Bring create_order back",
  },
  {
    rule: "C002",
    plant: ({ definition }) => {
      definition.searches.find_customer.operation.inputFields[0].key =
        "full_name";
    },
    at: "searches.find_customer.inputFields.name",
    fix: "Bring the field name back under its key",
  },
  {
    rule: "C002",
    case: "a column of line items",
    plant: ({ definition }) => {
      definition.creates.create_order.operation.inputFields[1].children[0].key =
        "unit_price";
    },
    at: "creates.create_order.inputFields.price",
    fix: "Bring the field price back under its key",
  },
  {
    rule: "C003",
    plant: ({ definition, live }) => {
      const { operation } = definition.creates.create_order;
      operation.outputFields[2].key = "made_at";
      operation.sample = { id: "o-1", total: 1, made_at: "2026-11-23" };
      live.creates.create_order.results = [operation.sample];
    },
    at: "creates.create_order.outputFields.created_at",
    fix: "Bring the output created_at back under its key",
  },
  {
    rule: "promotion-required",
    case: "a field that was free",
    plant: ({ definition }) => {
      definition.searches.find_customer.operation.inputFields[0].required = true;
    },
    at: "searches.find_customer.inputFields.name",
    fix: "Let name be empty",
  },
  {
    rule: "promotion-required",
    case: "a new field",
    plant: ({ definition }) => {
      definition.searches.find_customer.operation.inputFields.unshift({
        key: "city",
        label: "City",
        required: true,
      });
    },
    at: "searches.find_customer.inputFields.city",
    fix: "Let city be empty",
  },
  {
    rule: "promotion-trigger-type",
    plant: ({ definition }) => {
      definition.triggers.order_paid.operation = {
        ...definition.triggers.order_updated.operation,
      };
    },
    at: "triggers.order_paid.operation.type",
    fix: "Keep the type hook",
  },
  {
    rule: "promotion-auth",
    case: "a field of the connection",
    plant: ({ definition }) => {
      definition.authentication.fields[1].key = "shop_domain";
    },
    at: "authentication.fields.subdomain",
    fix: "Bring subdomain back under its key",
  },
  {
    rule: "promotion-auth",
    case: "the type",
    plant: ({ definition }) => {
      definition.authentication.type = "basic";
    },
    at: "authentication.type",
    fix: "Keep the type custom",
  },
  {
    rule: "promotion-search-or-create",
    plant: ({ definition }) => {
      definition.searchOrCreates = {};
    },
    at: "searchOrCreates.find_customer",
    fix: "Bring find_customer back",
  },
];
