import { checkApp } from "../src/check";
import type { App } from "./breach";
import { cleanApp } from "./cleanApp";

const allowed: [string, (app: App) => void][] = [
  [
    "a field that is gone, under a higher major version",
    ({ definition }) => {
      definition.version = "2.0.0";
      definition.searches.find_customer.operation.inputFields[0].key =
        "full_name";
    },
  ],
  [
    "a new operation, field and output",
    ({ definition, live }) => {
      const { create_order } = definition.creates;
      definition.creates.send_order = {
        ...structuredClone(create_order),
        key: "send_order",
        display: { label: "Send Order", description: "Sends an order." },
      };
      create_order.operation.inputFields.push({ key: "note", label: "Note" });
      create_order.operation.outputFields.push({ key: "note", label: "Note" });
      live.creates.send_order = live.creates.create_order;
    },
  ],
  [
    "a required field that may be empty now",
    ({ definition }) => {
      delete definition.creates.create_order.operation.inputFields[0].required;
    },
  ],
  [
    "fields that a function adds to others",
    ({ definition }) => {
      definition.creates.create_order.operation.inputFields.push("$func$2$f$");
    },
  ],
  [
    "an address between backticks",
    ({ definition }) => {
      definition.creates.create_order.operation.inputFields[0].helpText =
        "Shown as `https://acme.example/customers/c-1`.";
    },
  ],
  [
    "a local server without a certificate",
    ({ definition }) => {
      definition.triggers.order_updated.operation.perform = {
        url: "http://localhost:4010/orders",
      };
    },
  ],
  [
    "small words in a title, and capitals in an abbreviation",
    ({ definition }) => {
      definition.creates.create_order.display.label =
        "Create an Order From a (PDF) Quote";
    },
  ],
  [
    "a value that is empty, and a list that is",
    ({ definition, live }) => {
      definition.creates.create_order.operation.outputFields.push(
        { key: "note", label: "Note" },
        { key: "lines[]price", label: "Price", type: "number" },
      );
      Object.assign(live.creates.create_order.results[0], {
        note: null,
        lines: [],
      });
    },
  ],
  [
    "a key of the sample that one run of several brings",
    ({ live }) => {
      live.triggers.order_updated.results.push({ id: "o-2", total: 3 });
    },
  ],
  [
    "a text with a date in it, and a month",
    ({ live }) => {
      live.creates.create_order.results[0].id = "Sold on 01 Aug 2026";
      live.searches.find_customer.results[0].id = "2026-08";
    },
  ],
];

test.each(allowed)("%s is no finding", (_name, change) => {
  const app = cleanApp();
  change(app);
  expect(checkApp(app)).toEqual([]);
});

test("without a baseline nothing is compared", () => {
  const app = cleanApp();
  app.definition.searches.find_customer.operation.inputFields[0].key = "city";
  expect(checkApp({ ...app, baseline: undefined })).toEqual([]);
});
