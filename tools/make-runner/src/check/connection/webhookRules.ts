import type { Rule } from "../finding";
import { inManifest } from "../manifest/componentMaps";
import { objectOf } from "../read/json";
import { isOauth } from "../read/requests";

/** How a service reaches an app. */
export const webhookRules: Rule[] = [
  {
    id: "webhook-shared",
    what: "a shared webhook has a connection, and both have a uid",
    severity: "error",
    *find(tree) {
      for (const [id, { metadata, code }] of tree.webhooks) {
        if (metadata.webhookType !== "web-shared") continue;
        const path =
          code.communication?.path ?? inManifest("components", "webhook", id);
        if (!objectOf(code.communication?.value).uid)
          yield {
            path,
            message: `Add uid to ${id}: by it Make finds the connection a call belongs to.`,
          };
        if (!metadata.connection) {
          yield {
            path: inManifest("components", "webhook", id, "connection"),
            message: `Name the connection of the shared webhook ${id}.`,
          };
          continue;
        }
        const connection = tree.connections.get(metadata.connection);
        const section = connection?.code.communication;
        const request = isOauth(tree, metadata.connection)
          ? objectOf(section?.value).info
          : section?.value;
        if (section && !objectOf(objectOf(request).response).uid)
          yield {
            path: section.path,
            message: `Add response.uid to ${metadata.connection}: the shared webhook ${id} goes by it.`,
          };
      }
    },
  },
  {
    id: "webhook-instructions",
    what: "the readme explains a webhook that users set up by hand",
    severity: "error",
    *find({ webhooks, readme }) {
      for (const [id, { metadata, code }] of webhooks) {
        const isAttached = Object.keys(objectOf(code.attach?.value)).length > 0;
        if (
          metadata.webhookType === "web" &&
          !isAttached &&
          !/webhook/i.test(readme ?? "")
        )
          yield {
            path: inManifest("components", "webhook", id),
            message: `Explain in README.md where users paste the address of the webhook ${id}, or attach it.`,
          };
      }
    },
  },
];
