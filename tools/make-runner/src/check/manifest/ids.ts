import type { Rule } from "../finding";
import { objectOf } from "../read/json";
import { componentKinds, inManifest } from "./componentMaps";

const patterns: Record<(typeof componentKinds)[number], [RegExp, string]> = {
  connection: [
    /^[a-zA-Z][0-9a-zA-Z-]{1,33}[0-9a-zA-Z]$/,
    "3 to 35 letters, digits and hyphens, a letter first",
  ],
  webhook: [
    /^[a-zA-Z][0-9a-zA-Z-]{1,33}[0-9a-zA-Z]$/,
    "3 to 35 letters, digits and hyphens, a letter first",
  ],
  module: [/^[a-zA-Z][0-9a-zA-Z]{2,47}$/, "3 to 48 letters and digits"],
  rpc: [/^[a-zA-Z][0-9a-zA-Z]{2,47}$/, "3 to 48 letters and digits"],
  function: [
    /^[a-zA-Z][0-9a-zA-Z]{1,94}[0-9a-zA-Z]$/,
    "3 to 96 letters and digits",
  ],
  endpoint: [/^[a-zA-Z][0-9a-zA-Z]{2,127}$/, "3 to 128 letters and digits"],
};

/** Words of JavaScript, which Make takes for no name. */
export const reservedWords = new Set(
  (
    "abstract arguments await boolean break byte case catch char class const continue debugger " +
    "default delete do double else enum eval export extends false final finally float for " +
    "function goto if implements import in instanceof int interface let long native new null " +
    "package private protected public return short static super switch synchronized this throw " +
    "throws transient true try typeof undefined var void volatile while with yield"
  ).split(" "),
);

/** Make refuses a component or an app whose id breaks these. */
export const idRules: Rule[] = [
  {
    id: "manifest-ids",
    what: "component ids and app ids have the form that Make takes",
    severity: "error",
    *find({ manifest }) {
      const maps = objectOf(manifest.components);
      for (const kind of componentKinds)
        for (const id of Object.keys(objectOf(maps[kind]))) {
          const [pattern, form] = patterns[kind];
          if (!pattern.test(id))
            yield {
              path: inManifest("components", kind, id),
              message: `Rename the ${kind} ${id}: an id is ${form}.`,
            };
          else if (kind !== "function" && reservedWords.has(id))
            yield {
              path: inManifest("components", kind, id),
              message: `Rename the ${kind} ${id}: that is a word of JavaScript.`,
            };
        }
      for (const [index, { appId }] of manifest.origins.entries())
        if (!/^[a-z][0-9a-z-]{1,28}[0-9a-z]$/.test(appId))
          yield {
            path: inManifest("origins", index, "appId"),
            message: `Change the app id ${appId}: it is 3 to 30 small letters, digits and hyphens, a letter first.`,
          };
    },
  },
];
