import type { PlantedBreach } from "../breach";

/** Steps, samples and addresses. */
export const definitionBreaches: PlantedBreach[] = [
  {
    rule: "schema",
    plant: ({ definition }) => {
      definition.creates.create_order.operation.lock = { timeout: 5 };
    },
    at: "creates.create_order.operation.lock",
    fix: 'requires property "key"',
  },
  {
    rule: "D006",
    plant: ({ definition }) => {
      delete definition.triggers.order_paid.operation.performList;
    },
    at: "triggers.order_paid.operation.performList",
    fix: "Give order_paid a performList",
  },
  {
    rule: "D007",
    plant: ({ definition }) => {
      definition.triggers.order_updated.operation.perform = {
        url: "http://acme.example/orders",
      };
    },
    at: "triggers.order_updated.operation.perform.url",
    fix: "Change http://acme.example/orders to https",
  },
  {
    rule: "D008",
    case: "a bare address",
    plant: ({ definition }) => {
      definition.creates.create_order.operation.inputFields[0].helpText =
        "See https://acme.example.";
    },
    at: "creates.create_order.inputFields.customer_id.helpText",
    fix: "Make https://acme.example. a link",
  },
  {
    rule: "D008",
    case: "a broken link",
    plant: ({ definition }) => {
      definition.creates.create_order.display.description =
        "Creates an order as [Acme(https://acme.example) does.";
    },
    at: "creates.create_order.display.description",
    fix: "as [text](address)",
  },
  {
    rule: "D009",
    plant: ({ definition, baseline }) => {
      definition.searches.find_customer.operation.inputFields = [];
      baseline.operations.searches["find_customer"]!.optional = [];
    },
    at: "searches.find_customer.inputFields",
    fix: "Give find_customer a field to search by",
  },
  {
    rule: "D010",
    plant: ({ definition }) => {
      delete definition.triggers.order_updated.operation.sample.id;
    },
    at: "triggers.order_updated.sample",
    fix: "Add id to the sample",
  },
  {
    rule: "D010",
    case: "a key that is marked as primary",
    plant: ({ definition }) => {
      const { outputFields } = definition.triggers.order_updated.operation;
      outputFields.push({ key: "code", label: "Code", primary: true });
      delete definition.triggers.order_updated.operation.sample.id;
    },
    at: "triggers.order_updated.sample",
    fix: "Add code to the sample",
    also: "T002",
  },
  {
    rule: "D011",
    plant: ({ definition }) => {
      definition.creates.create_order.operation.inputFields[0].helpText =
        "Customer.";
    },
    at: "creates.create_order.inputFields.customer_id.helpText",
    fix: "Remove the help of customer_id",
  },
  {
    rule: "D012",
    plant: ({ definition }) => {
      delete definition.creates.create_order.operation.sample;
    },
    at: "creates.create_order.sample",
    fix: "Give create_order a sample",
  },
  {
    rule: "D016",
    plant: ({ definition, baseline }) => {
      const { order_paid } = definition.triggers;
      const { operation } = order_paid;
      delete operation.performSubscribe;
      definition.triggers = { order_paid };
      definition.creates = {};
      definition.searches = {};
      definition.searchOrCreates = {};
      baseline.version = "0.9.0";
    },
    at: "triggers.order_paid",
    fix: "Add further operations",
    also: "D017",
  },
  {
    rule: "D017",
    plant: ({ definition }) => {
      delete definition.triggers.order_paid.operation.performUnsubscribe;
    },
    at: "triggers.order_paid.operation",
    fix: "Give order_paid performSubscribe and performUnsubscribe",
  },
  {
    rule: "D021",
    case: "other words",
    plant: ({ definition }) => {
      definition.triggers.order_paid.display.description =
        "Triggers whenever an order is paid.";
    },
    at: "triggers.order_paid.display.description",
    fix: '"Triggers when ... ."',
  },
  {
    rule: "D021",
    case: "no full stop",
    plant: ({ definition }) => {
      definition.triggers.order_paid.display.description =
        "Triggers when an order is paid";
    },
    at: "triggers.order_paid.display.description",
    fix: "with a full stop",
  },
  {
    rule: "D022",
    plant: ({ definition, baseline }) => {
      definition.creates.create_order.operation.inputFields = ["$func$2$f$"];
      delete definition.triggers.customer_list;
      const step = baseline.operations.creates["create_order"]!;
      Object.assign(step, { required: [], optional: [] });
    },
    at: "creates.create_order.inputFields",
    fix: "Give create_order at least one field",
  },
  {
    rule: "D023",
    case: "a time without its zone",
    plant: ({ definition }) => {
      definition.creates.create_order.operation.sample.created_at =
        "2026-11-23T10:00:00";
    },
    at: "creates.create_order.sample.created_at",
    fix: 'Write "2026-11-23T10:00:00" as',
  },
  {
    rule: "D023",
    case: "a date in a field that does not say so",
    plant: ({ definition }) => {
      definition.creates.create_order.operation.sample.id = "01 Aug 2026";
    },
    at: "creates.create_order.sample.id",
    fix: 'Write "01 Aug 2026" as',
  },
  {
    rule: "D024",
    case: "another type",
    plant: ({ definition }) => {
      definition.creates.create_order.operation.sample.total = "12.5";
    },
    at: "creates.create_order.sample.total",
    fix: 'make total a value of type number, which "12.5" is not',
  },
  {
    rule: "D024",
    case: "a required field is missing",
    plant: ({ definition }) => {
      delete definition.creates.create_order.operation.sample.total;
    },
    at: "creates.create_order.sample.total",
    fix: "give total a value",
  },
  {
    rule: "D025",
    plant: ({ definition }) => {
      definition.creates.create_order.operation.inputFields[0].helpText =
        "Open [the list](javascript:open).";
    },
    at: "creates.create_order.inputFields.customer_id.helpText",
    fix: "Take the javascript: address out",
  },
  {
    rule: "sample-undeclared",
    plant: ({ definition }) => {
      definition.creates.create_order.operation.sample.lines = [{ price: 1 }];
    },
    at: "creates.create_order.sample.lines[]price",
    fix: "Add the output field lines[]price",
    also: "T004",
  },
];
