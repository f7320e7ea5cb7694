/** The connections that every component of the clean app may use. */
export const connected = { connection: "acme", altConnection: "acme-key" };

/** The default paths of code files. */
export const paths = (
  folder: string,
  id: string,
  names: Record<string, string>,
) =>
  Object.fromEntries(
    Object.entries(names).map(([code, name]) => [
      code,
      `${folder}/${id}/${id}.${name}`,
    ]),
  );

const forms = {
  communication: "communication.iml.json",
  mappableParams: "mappable-params.iml.json",
  interface: "interface.iml.json",
  samples: "samples.iml.json",
};

const moduleOf = (
  id: string,
  moduleType: string,
  label: string,
  description: string,
  more: {
    actionCrud?: string;
    webhook?: string;
    codeFiles?: Record<string, string | null>;
  } = {},
) => ({
  label,
  description,
  moduleType,
  ...connected,
  ...more,
  codeFiles: {
    ...paths("modules", id, forms),
    ...more.codeFiles,
  } as Record<string, string | null>,
});

const trigger = paths("modules", "watchOrders", {
  communication: "communication.iml.json",
  epoch: "epoch.iml.json",
  staticParams: "static-params.iml.json",
  interface: "interface.iml.json",
  samples: "samples.iml.json",
  scope: "scope.iml.json",
});

/** One module of every type, as the manifest describes it. */
export const modules = {
  watchOrders: {
    ...moduleOf(
      "watchOrders",
      "trigger",
      "Watch new orders",
      "Triggers when a new order is created.",
    ),
    codeFiles: trigger as Record<string, string | null>,
  },
  watchOrderEvents: moduleOf(
    "watchOrderEvents",
    "instant_trigger",
    "Watch order events",
    "Triggers when an order is changed.",
    { webhook: "orderEvents" },
  ),
  createOrder: moduleOf(
    "createOrder",
    "action",
    "Create an order",
    "Creates a new order at Acme.",
    { actionCrud: "create" },
  ),
  updateOrder: moduleOf(
    "updateOrder",
    "action",
    "Update an order",
    "Updates an order.",
    { actionCrud: "update" },
  ),
  getOrder: moduleOf(
    "getOrder",
    "action",
    "Get an order",
    "Returns information about a specific order by its ID.",
    { actionCrud: "read" },
  ),
  searchOrders: moduleOf(
    "searchOrders",
    "search",
    "Search orders",
    "Returns a list of orders filtered by customer.",
  ),
  deleteOrder: moduleOf(
    "deleteOrder",
    "action",
    "Delete an order",
    "Deletes an order.",
    { actionCrud: "delete" },
  ),
  makeApiCall: moduleOf(
    "makeApiCall",
    "universal",
    "Make an API call",
    "Sends a custom API call to Acme. You can use this to call endpoints that aren't covered by existing modules.",
  ),
};
