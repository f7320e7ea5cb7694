import type { MakeTree } from "../../tree/tree";
import type { Rule } from "../finding";
import { isObject, objectOf, place } from "../read/json";
import { hasReason } from "../read/reasons";
import { requestsIn, type Request } from "../read/requests";

const isTrigger = (tree: MakeTree, id: string): boolean =>
  tree.modules.get(id)?.metadata.moduleType === "trigger";

const polling = (tree: MakeTree, code: "communication" | "epoch"): Request[] =>
  requestsIn(tree, "module", code).filter(({ owner }) =>
    isTrigger(tree, owner),
  );

/** How a polling trigger knows what is new, and where a user lets it begin. */
export const triggerRules: Rule[] = [
  {
    id: "trigger-directives",
    what: "a trigger has iterate, output, limit and response.trigger with type, order, id and date",
    severity: "error",
    *find(tree) {
      for (const request of polling(tree, "communication")) {
        if (!request.last) continue;
        for (const key of ["iterate", "output", "limit", "trigger"])
          if (!(key in request.response))
            yield {
              path: request.at("response"),
              message: `Add ${key} to the response of the trigger ${request.owner}.`,
            };
        const { trigger } = request.response;
        if (!isObject(trigger)) continue;
        const keys = ["type", "order", "id"];
        for (const key of trigger.type === "date" ? [...keys, "date"] : keys)
          if (!(key in trigger))
            yield {
              path: request.at("response", "trigger"),
              message: `Add ${key} to response.trigger of ${request.owner}.`,
            };
      }
    },
  },
  {
    id: "trigger-order",
    what: "a trigger reads the newest first, or a comment says why it cannot",
    severity: "warning",
    *find(tree) {
      for (const request of polling(tree, "communication")) {
        const { order = "desc" } = objectOf(request.response.trigger);
        if (order !== "desc" && !hasReason(request.section, /order|sort/i))
          yield {
            path: request.at("response", "trigger", "order"),
            message: `Sort the request of ${request.owner} newest first and set order to desc, or say in a comment why the order cannot be chosen; at 3,200 records the newest would be lost.`,
          };
      }
    },
  },
  {
    id: "epoch-present",
    what: "a trigger has an epoch",
    severity: "error",
    *find(tree) {
      for (const [id, { metadata, code }] of tree.modules)
        if (metadata.moduleType === "trigger" && !code.epoch)
          yield {
            path: code.communication?.path ?? "makecomapp.json",
            message: `Add an epoch file to the trigger ${id}: with it users choose where to start.`,
          };
    },
  },
  {
    id: "epoch-output",
    what: "an epoch gives label and date",
    severity: "error",
    *find(tree) {
      for (const request of polling(tree, "epoch"))
        for (const key of ["label", "date"])
          if (!(key in objectOf(request.response.output)))
            yield {
              path: request.at("response"),
              message: `Add ${key} to response.output of the epoch of ${request.owner}.`,
            };
    },
  },
  {
    id: "epoch-limit",
    what: "an epoch has a fixed limit of at most 300",
    severity: "error",
    *find(tree) {
      for (const request of polling(tree, "epoch")) {
        const { limit } = request.response;
        if (typeof limit !== "number" || limit < 1 || limit > 300)
          yield {
            path: request.at("response"),
            message: `Set limit in the epoch of ${request.owner} to a number of at most 300.`,
          };
      }
    },
  },
  {
    id: "instant-trigger-single",
    what: "the communication of an instant trigger is one request",
    severity: "error",
    *find({ modules }) {
      for (const [id, { metadata, code }] of modules)
        if (
          metadata.moduleType === "instant_trigger" &&
          Array.isArray(code.communication?.value)
        )
          yield {
            path: place(code.communication.path, ""),
            message: `Make the communication of ${id} one request: an instant trigger runs no list.`,
          };
    },
  },
];
