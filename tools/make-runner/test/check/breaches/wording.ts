import type { App, PlantedBreach } from "../breach";

type ModuleId = keyof App["manifest"]["components"]["module"];

const say = (rule: string, id: ModuleId, words: Record<string, string>) => ({
  rule,
  case: Object.values(words).join(", "),
  plant: ({ manifest }: App) => {
    Object.assign(manifest.components.module[id], words);
  },
  at: `makecomapp.json#/components/module/${id}/${Object.keys(words)[0]}`,
});

const form = "modules/getOrder/getOrder.mappable-params.iml.json";

const ask = (rule: string, words: object, key: string) => ({
  rule,
  case: Object.values(words).join(", ").slice(0, 60),
  plant: ({ files }: App) => {
    Object.assign(files[form][0], words);
  },
  at: `${form}#/0${key}`,
});

export const wordingBreaches: PlantedBreach[] = [
  say("module-label-case", "createOrder", { label: "Create an Order" }),
  say("module-label-case", "searchOrders", { label: "Search VAT Rates" }),
  say("module-label-pattern", "createOrder", { label: "Create order" }),
  say("module-label-pattern", "createOrder", { label: "Upsert an order" }),
  say("module-label-pattern", "deleteOrder", { label: "Erase an order" }),
  say("module-label-pattern", "watchOrders", { label: "New orders" }),
  say("module-label-pattern", "makeApiCall", { label: "Call the API" }),
  {
    rule: "module-label-filters",
    plant: ({ files }) => {
      files[
        "modules/searchOrders/searchOrders.mappable-params.iml.json"
      ].shift();
      delete files["modules/searchOrders/searchOrders.communication.iml.json"]
        .qs;
    },
    at: "makecomapp.json#/components/module/searchOrders/label",
  },
  say("module-description-sentence", "updateOrder", {
    description: "Updates an order",
  }),
  {
    ...say("module-description-sentence", "updateOrder", {
      description: "Update an order.",
      label: "Set up orders",
    }),
    plant: ({ manifest }) => {
      const words = { description: "Set up orders.", label: "Set up orders" };
      Object.assign(manifest.components.module.updateOrder, words, {
        actionCrud: null,
      });
    },
  },
  say("module-description-pattern", "getOrder", {
    description: "Gets an order by its ID.",
  }),
  say("module-description-pattern", "searchOrders", {
    description: "Finds orders.",
  }),
  say("module-description-pattern", "makeApiCall", {
    description: "Sends any call to Acme.",
  }),
  ask("parameter-label", { label: "The ID of order" }, "/label"),
  ask("parameter-label", { label: "Order ID:" }, "/label"),
  ask("parameter-label", { label: undefined }, ""),
  ask("parameter-label-case", { label: "Order Number" }, "/label"),
  ask("parameter-label-case", { label: "order ID" }, "/label"),
  ask("parameter-help", { help: "the order." }, "/help"),
  ask("parameter-help", { help: "The order" }, "/help"),
  ask("parameter-length", { label: `I${"d".repeat(256)}` }, "/label"),
  ask("parameter-length", { help: "" }, "/help"),
];
