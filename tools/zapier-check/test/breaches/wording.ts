import type { PlantedBreach } from "../breach";

/** Labels, nouns, descriptions, keys and help. */
export const wordingBreaches: PlantedBreach[] = [
  {
    rule: "D018",
    plant: ({ definition }) => {
      definition.creates.create_order.display.label = "Create order";
    },
    at: "creates.create_order.display.label",
    fix: 'Write "Create order" as "Create Order"',
  },
  {
    rule: "D018",
    case: "of a find-or-create",
    plant: ({ definition }) => {
      definition.searchOrCreates.find_customer.display.label =
        "Find or create Acme Customer";
    },
    at: "searchOrCreates.find_customer.display.label",
    fix: '"Find or Create Acme Customer"',
  },
  {
    rule: "label-app-name",
    plant: ({ definition }) => {
      definition.creates.create_order.display.label =
        "Create Acme to Books Order";
    },
    at: "creates.create_order.display.label",
    fix: "Take Acme to Books out",
  },
  {
    rule: "label-app-name",
    case: "in a noun",
    plant: ({ definition }) => {
      definition.creates.create_order.noun = "Zapier Order";
    },
    at: "creates.create_order.noun",
    fix: "Take Zapier out",
  },
  {
    rule: "label-service",
    plant: ({ definition }) => {
      definition.searches.find_customer.display.label = "Find Customer";
    },
    at: "searches.find_customer.display.label",
    fix: "Say whose customer it is",
  },
  {
    rule: "label-twice",
    plant: ({ definition }) => {
      definition.triggers.order_paid.display.label = "New or Updated Order";
    },
    at: "triggers.order_paid.display.label",
    fix: "Give order_paid another label than order_updated has",
  },
  {
    rule: "label-trigger",
    plant: ({ definition }) => {
      definition.triggers.order_updated.display.label = "Order Updated";
    },
    at: "triggers.order_updated.display.label",
    fix: '"New or Updated ..."',
  },
  {
    rule: "label-search",
    plant: ({ definition }) => {
      definition.searches.find_customer.display.label = "Get Acme Customer";
    },
    at: "searches.find_customer.display.label",
    fix: "with Find",
  },
  {
    rule: "key-case",
    plant: ({ definition }) => {
      definition.searches.find_customer.operation.inputFields.push({
        key: "zipCode",
        label: "Zip Code",
      });
    },
    at: "searches.find_customer.inputFields.zipCode",
    fix: "Write the key zipCode in snake_case",
  },
  {
    rule: "key-case",
    case: "of an output",
    plant: ({ definition }) => {
      definition.searches.find_customer.operation.outputFields.push({
        key: "address__zipCode",
        label: "Zip Code",
      });
    },
    at: "searches.find_customer.outputFields.address__zipCode",
    fix: "in snake_case",
  },
  {
    rule: "noun",
    case: "plural",
    plant: ({ definition }) => {
      definition.creates.create_order.noun = "Orders";
    },
    at: "creates.create_order.noun",
    fix: "for one record",
  },
  {
    rule: "noun",
    case: "small",
    plant: ({ definition }) => {
      definition.creates.create_order.noun = "order";
    },
    at: "creates.create_order.noun",
    fix: "with capitals",
  },
  {
    rule: "description-sentence",
    case: "of an action",
    plant: ({ definition }) => {
      definition.creates.create_order.display.description = "Create an order.";
    },
    at: "creates.create_order.display.description",
    fix: '"Creates ... ." with a full stop',
  },
  {
    rule: "description-sentence",
    case: "of a search",
    plant: ({ definition }) => {
      definition.searches.find_customer.display.description =
        "Gets a customer by name.";
    },
    at: "searches.find_customer.display.description",
    fix: '"Finds ... ."',
  },
  {
    rule: "description-words",
    case: "an article",
    plant: ({ definition }) => {
      definition.creates.create_order.display.description =
        "Creates a order for a customer.";
    },
    at: "creates.create_order.display.description",
    fix: 'Write "a order" with "an"',
  },
  {
    rule: "description-words",
    case: "the integration's name",
    plant: ({ definition }) => {
      definition.creates.create_order.display.description =
        "Creates an order by Zapier.";
    },
    at: "creates.create_order.display.description",
    fix: "Take Zapier out",
  },
  {
    rule: "field-label",
    plant: ({ definition }) => {
      delete definition.searches.find_customer.operation.outputFields[0].label;
    },
    at: "searches.find_customer.outputFields.id",
    fix: "Give id a label",
  },
  {
    rule: "field-label-case",
    plant: ({ definition }) => {
      definition.creates.create_order.operation.inputFields[1].children[0].label =
        "net price";
    },
    at: "creates.create_order.inputFields.lines.price.label",
    fix: '"Net Price"',
  },
  {
    rule: "field-id-label",
    plant: ({ definition }) => {
      definition.creates.create_order.operation.inputFields[0].label =
        "Customer ID";
    },
    at: "creates.create_order.inputFields.customer_id.label",
    fix: "without ID",
  },
  {
    rule: "field-id-help",
    plant: ({ definition }) => {
      const [field] = definition.creates.create_order.operation.inputFields;
      delete field.helpText;
      delete field.dynamic;
      delete field.search;
      delete definition.triggers.customer_list;
    },
    at: "creates.create_order.inputFields.customer_id.helpText",
    fix: "Say in the help of customer_id what to map into it",
    also: "D004",
  },
  {
    rule: "field-help",
    plant: ({ definition }) => {
      definition.creates.create_order.operation.inputFields[0].helpText =
        "who pays";
    },
    at: "creates.create_order.inputFields.customer_id.helpText",
    fix: "Begin the help of customer_id with a capital letter",
  },
  {
    rule: "field-order",
    plant: ({ definition }) => {
      definition.creates.create_order.operation.inputFields.reverse();
    },
    at: "creates.create_order.inputFields.customer_id",
    fix: "Put customer_id before",
  },
];
