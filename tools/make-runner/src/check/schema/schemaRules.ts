import type { MakeTree } from "../../tree/tree";
import type { Breach, Rule } from "../finding";
import { manifestFile } from "../manifest/componentMaps";
import { isObject, listOf, place } from "../read/json";
import { isOauth } from "../read/requests";
import { sectionsOf, type OwnedSection } from "../read/sections";
import { clearest } from "./clearest";
import { openSchemas } from "./schemas";

const schemaOf: Record<string, string> = {
  base: "base",
  groups: "groups",
  common: "common",
  params: "parameters",
  staticParams: "parameters",
  mappableParams: "parameters",
  interface: "parameters",
  installSpec: "parameters",
  scopeList: "scopes",
  scope: "scope",
  defaultScope: "scope",
  requiredScope: "scope",
  samples: "samples",
  epoch: "epoch",
};

/** Where the schemas and the documentation differ, the documentation is followed. */
const drift: { reason: string; mend(owned: Drifting): unknown }[] = [
  {
    reason: "a shared webhook must have a uid, which the schema does not know",
    mend: ({ owned, shared, value }) => {
      if (!shared || owned.code !== "communication" || !isObject(value))
        return value;
      return Object.fromEntries(
        Object.entries(value).filter(([key]) => key !== "uid"),
      );
    },
  },
];

interface Drifting {
  owned: OwnedSection;
  shared: boolean;
  value: unknown;
}

/** Every file against Make's own schema of it. */
export const schemaRules: Rule[] = [
  {
    id: "schema-manifest",
    what: "makecomapp.json fits Make's schema",
    severity: "error",
    *find({ manifest }, { schemas }) {
      if (schemas)
        yield* breaches(schemas, "makecomapp", manifest, manifestFile);
    },
  },
  {
    id: "schema-section",
    what: "every code file fits Make's schema of it",
    severity: "error",
    *find(tree, { schemas }) {
      if (!schemas) return;
      for (const owned of sectionsOf(tree)) {
        const { path } = owned.section;
        const value = mended(tree, owned);
        const schema = schemaOf[owned.code];
        if (schema) yield* breaches(schemas, schema, value, path);
        else if (owned.kind === "connection" && isOauth(tree, owned.owner))
          yield* breaches(schemas, "api-oauth", value, path);
        else if (Array.isArray(value))
          for (const [index, request] of listOf(value).entries())
            yield* breaches(schemas, oneRequest, request, path, `/${index}`);
        else yield* breaches(schemas, oneRequest, value, path);
      }
    },
  },
];

/** Its breaches are clearer than those of "one request, or a list of them". */
const oneRequest = "api#/definitions/request";

function* breaches(
  folder: string,
  schema: string,
  value: unknown,
  path: string,
  pointer = "",
): Generator<Breach> {
  const errors = openSchemas(folder).breaches(schema, value);
  for (const [at, text] of clearest(errors))
    yield {
      path: place(path, pointer + at),
      message: `Make's schema refuses this: it ${text}.`,
    };
}

const mended = (tree: MakeTree, owned: OwnedSection): unknown =>
  drift.reduce<unknown>(
    (value, { mend }) =>
      mend({
        owned,
        shared:
          owned.kind === "webhook" &&
          tree.webhooks.get(owned.owner)?.metadata.webhookType === "web-shared",
        value,
      }),
    owned.section.value,
  );
