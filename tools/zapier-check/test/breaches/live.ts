import type { PlantedBreach } from "../breach";

/** What operations hand out, against what they declare. */
export const liveBreaches: PlantedBreach[] = [
  {
    rule: "T001",
    plant: ({ live }) => {
      live.creates.create_order.results = [];
    },
    at: "creates.create_order",
    fix: "Run create_order",
  },
  {
    rule: "T002",
    plant: ({ live }) => {
      live.triggers.order_updated.results.push({
        id: "",
        total: 1,
        created_at: "2026-11-23",
      });
    },
    at: "triggers.order_updated.outputFields.id",
    fix: "Return id with every record",
  },
  {
    rule: "T003",
    plant: ({ live }) => {
      live.creates.create_order.results[0].created_at =
        "/Date(1573755037437+0000)/";
    },
    at: "creates.create_order.outputFields.created_at",
    fix: "Return",
  },
  {
    rule: "T004",
    plant: ({ live }) => {
      delete live.creates.create_order.results[0].created_at;
    },
    at: "creates.create_order.sample.created_at",
    fix: "Take created_at out of the sample, or return it",
  },
  {
    rule: "T005",
    plant: ({ live }) => {
      live.creates.create_order.results[0].total = "12.5";
    },
    at: "creates.create_order.outputFields.total",
    fix: 'make total a value of type number, which "12.5" is not',
  },
  {
    rule: "T006",
    plant: ({ live, definition }) => {
      definition.triggers.order_paid.operation.outputFields.push({
        key: "paid_by",
        label: "Paid By",
      });
      live.triggers.order_paid.samples[0].paid_by = "Ada";
    },
    at: "triggers.order_paid.outputFields.paid_by",
    fix: "Return paid_by from the hook",
  },
  {
    rule: "Z001",
    plant: ({ live }) => {
      delete live.triggers.order_updated.samples[0].total;
    },
    at: "triggers.order_updated.outputFields.total",
    fix: "In the records for the editor, give total a value",
  },
  {
    rule: "live-undeclared",
    plant: ({ live }) => {
      live.creates.create_order.results[0].customer = { name: "Ada" };
    },
    at: "creates.create_order.outputFields.customer__name",
    fix: "Add the output field customer__name",
  },
];
