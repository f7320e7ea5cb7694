import type { Definition } from "../src/app/definition";
import { baselineOf } from "../src/compatibility/baseline";
import type { ReviewedApp } from "../src/finding";

const order = { id: "o-1", total: 12.5, created_at: "2026-11-23T10:00:00Z" };

const orderFields = () => [
  { key: "id", label: "Order ID", type: "string" },
  { key: "total", label: "Total", type: "number", required: true },
  { key: "created_at", label: "Created At", type: "datetime" },
];

const perform = "$func$2$f$";

const definition = (): Definition & Record<string, unknown> => ({
  version: "1.0.0",
  platformVersion: "19.1.0",
  authentication: {
    type: "custom",
    test: perform,
    fields: [
      {
        key: "service_key",
        label: "Service Key",
        type: "password",
        required: true,
        helpText: "Made on [the key page](https://acme.example/keys).",
      },
      {
        key: "subdomain",
        label: "Subdomain",
        inputFormat: "https://{{input}}.acme.example",
      },
    ],
    connectionLabel: "{{name}}",
  },
  triggers: {
    order_updated: {
      key: "order_updated",
      noun: "Order",
      display: {
        label: "New or Updated Order",
        description: "Triggers when an order is new or changes.",
      },
      operation: {
        type: "polling",
        perform,
        outputFields: orderFields(),
        sample: { ...order },
      },
    },
    order_paid: {
      key: "order_paid",
      noun: "Order",
      display: {
        label: "Order Paid",
        description: "Triggers when an order is paid.",
      },
      operation: {
        type: "hook",
        perform,
        performList: perform,
        performSubscribe: perform,
        performUnsubscribe: perform,
        outputFields: orderFields(),
        sample: { ...order },
      },
    },
    customer_list: {
      key: "customer_list",
      noun: "Customer",
      display: {
        label: "List of Customers",
        description: "Triggers when a customer can be chosen.",
        hidden: true,
      },
      operation: { type: "polling", perform },
    },
  },
  creates: {
    create_order: {
      key: "create_order",
      noun: "Order",
      display: {
        label: "Create Order",
        description: "Creates an order for a customer.",
      },
      operation: {
        perform,
        inputFields: [
          {
            key: "customer_id",
            label: "Customer",
            required: true,
            dynamic: "customer_list.id.name",
            search: "find_customer.id",
            helpText: "Who pays.",
          },
          {
            key: "lines",
            label: "Lines",
            children: [{ key: "price", label: "Price" }],
          },
        ],
        outputFields: orderFields(),
        sample: { ...order },
      },
    },
  },
  searches: {
    find_customer: {
      key: "find_customer",
      noun: "Customer",
      display: {
        label: "Find Acme Customer",
        description: "Finds a customer by name.",
      },
      operation: {
        perform,
        inputFields: [{ key: "name", label: "Name" }],
        outputFields: [{ key: "id", label: "Customer ID" }],
        sample: { id: "c-1" },
      },
    },
  },
  searchOrCreates: {
    find_customer: {
      key: "find_customer",
      display: {
        label: "Find or Create Acme Customer",
        description: "Finds a customer, or orders for one.",
      },
      search: "find_customer",
      create: "create_order",
    },
  },
});

/** An app of a shop and its books, without any finding. Tests reach into it freely. */
export function cleanApp() {
  const app = definition();
  return {
    definition: app as ReturnType<typeof JSON.parse>,
    listing: {
      title: "Acme to Books",
      description: "Acme to Books is a connector that books what a shop sells.",
      category: "accounting",
      homepage: "https://acme.example",
      logo: { width: 256, height: 256, isRgba: true },
      services: ["Acme", "Books"],
      sharedRecords: ["Customer"],
    },
    baseline: baselineOf(app),
    live: {
      triggers: {
        order_updated: { results: [{ ...order }], samples: [{ ...order }] },
        order_paid: { results: [{ ...order }], samples: [{ ...order }] },
        customer_list: { results: [{ id: "c-1", name: "Ada" }] },
      },
      creates: { create_order: { results: [{ ...order }] } },
      searches: { find_customer: { results: [{ id: "c-1" }] } },
    } as ReturnType<typeof JSON.parse>,
  } satisfies ReviewedApp;
}
