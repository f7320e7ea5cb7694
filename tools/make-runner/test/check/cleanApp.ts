import { cleanManifest } from "./cleanManifest";
import { cleanConnections } from "./cleanConnections";
import { cleanModules } from "./cleanModules";

const base = {
  baseUrl: "https://api.acme.com/v2",
  headers: { authorization: "Bearer {{connection.accessToken}}" },
  log: { sanitize: ["request.headers.authorization"] },
  response: {
    error: {
      message: "[{{statusCode}}] {{body.message}}",
      "401": { message: "{{body.message}}", type: "InvalidAccessTokenError" },
      "429": { message: "{{body.message}}", type: "RateLimitError" },
      ...Object.fromEntries(
        [500, 502, 503, 504].map((status) => [
          status,
          { message: "{{body.message}}", type: "ConnectionError" },
        ]),
      ),
    },
  },
};

const customers = {
  url: "/customers",
  qs: { status: "{{parameters.status}}" },
  response: {
    iterate: "{{body.customers}}",
    limit: 300,
    output: { label: "{{item.name}}", value: "{{item.id}}" },
  },
};

/** An app without any finding: its manifest, and its files by their paths. */
export const cleanApp = () => ({
  manifest: cleanManifest(),
  // What several files share is copied into each.
  files: JSON.parse(
    JSON.stringify({
      "general/base.iml.json": base,
      "README.md": "# Acme\n",
      "modules/groups.json": [
        {
          label: "Orders",
          modules: [
            "watchOrders",
            "watchOrderEvents",
            "createOrder",
            "updateOrder",
            "getOrder",
            "searchOrders",
            "deleteOrder",
          ],
        },
        { label: "Other", modules: ["makeApiCall"] },
      ],
      ...cleanConnections,
      ...cleanModules,
      "rpcs/listCustomers/listCustomers.communication.iml.json": customers,
      "rpcs/listCustomers/listCustomers.params.iml.json": [],
      "functions/orderBody/orderBody.code.js":
        "// What Acme wants of an order.\nfunction orderBody(order) {\n  return { ...order, total: iml.centsOf(order.total) };\n}\n",
      "functions/orderBody/orderBody.test.js":
        "it('keeps the name', () => { assert.ok(orderBody({ total: 1 })); });",
      "functions/centsOf/centsOf.code.js":
        "function centsOf(amount) {\n  return iml.round(amount * 100);\n}\n",
      "functions/centsOf/centsOf.test.js":
        "it('counts cents', () => { assert.equal(centsOf(1), 100); });",
    }),
  ) as Files,
});

/** Files are objects or lists of JSON, or texts; a test reaches into them freely. */
export type Files = Record<string, ReturnType<typeof JSON.parse>>;
