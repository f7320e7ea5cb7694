import type { MakeTree } from "../../tree/tree";
import type { Rule } from "../finding";
import { inManifest } from "../manifest/componentMaps";
import { isObject, objectOf, place, type JsonObject } from "../read/json";
import { isOauth } from "../read/requests";

/** How an app gets into an account, and knows that it is in. */
export const connectionRules: Rule[] = [
  {
    id: "connection-requests",
    what: "a basic connection has a url, an OAuth one info and refresh",
    severity: "error",
    *find(tree) {
      for (const { id, path, value } of connections(tree))
        if (isOauth(tree, id)) {
          for (const step of ["token", "info", "refresh"])
            if (!isObject(value[step]))
              yield {
                path,
                message: `Add ${step} to the OAuth connection ${id}.`,
              };
          if (!value.authorize && objectOf(value.token).condition !== true)
            yield {
              path: place(path, "/token"),
              message: `Add authorize to ${id}, or "condition": true to its token: without a consent page token is skipped.`,
            };
        } else if (!("url" in value))
          yield {
            path,
            message: `Give ${id} a url that refuses wrong credentials: the connection is tested with it.`,
          };
    },
  },
  {
    id: "connection-metadata",
    what: "a connection shows whose account it is",
    severity: "error",
    *find(tree) {
      for (const { id, path, value } of connections(tree)) {
        const request = isOauth(tree, id) ? value.info : value;
        const { metadata } = objectOf(objectOf(request).response);
        if (isObject(request) && !isObject(metadata))
          yield {
            path: place(path, isOauth(tree, id) ? "/info" : ""),
            message: `Add response.metadata with the name or email of the account to ${id}.`,
          };
      }
    },
  },
  {
    id: "connection-label",
    what: "the label of a connection ends with how it authenticates, in parentheses",
    severity: "warning",
    *find({ connections }) {
      for (const [id, { metadata }] of connections)
        if (!/\S \([^()]+\)$/.test(metadata.label ?? ""))
          yield {
            path: inManifest("components", "connection", id, "label"),
            message: `End the label "${metadata.label}" with the kind of authentication, such as (OAuth) or (API key).`,
          };
    },
  },
];

function* connections(
  tree: MakeTree,
): Generator<{ id: string; path: string; value: JsonObject }> {
  for (const [id, { code }] of tree.connections)
    yield {
      id,
      path:
        code.communication?.path ?? inManifest("components", "connection", id),
      value: objectOf(code.communication?.value),
    };
}
