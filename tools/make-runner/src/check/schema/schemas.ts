import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv, { type AnySchemaObject, type ErrorObject } from "ajv";

/** Make's own schemas, ready to be held against values. */
export interface Schemas {
  /** @param schema `base`, `api#/definitions/request`, or `makecomapp` */
  breaches(schema: string, value: unknown): ErrorObject[];
}

const base = "make:///";
const known = new Map<string, Schemas>();

/** Reads Make's schemas from a folder: imljson/*.json and makecomapp.schema.json. */
export function openSchemas(folder: string): Schemas {
  const opened = known.get(folder);
  if (opened) return opened;
  const schemas = compile(folder);
  known.set(folder, schemas);
  return schemas;
}

function compile(folder: string): Schemas {
  // The patterns hold `\-`, which a regular expression with the u flag refuses; some
  // keywords, such as doNotSuggest, are the editor's own; `uri` needs no second check.
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    unicodeRegExp: false,
    validateFormats: false,
  });
  const imljson = join(folder, "imljson");
  for (const file of readdirSync(imljson).filter((name) =>
    name.endsWith(".json"),
  ))
    ajv.addSchema(readSchema(join(imljson, file), file));
  const manifest = "makecomapp.json";
  ajv.addSchema(readSchema(join(folder, "makecomapp.schema.json"), manifest));
  return {
    breaches(schema, value) {
      const [file, fragment] = schema.split("#");
      const id = `${base}${file}.json${fragment ? `#${fragment}` : ""}`;
      const validate = ajv.getSchema(id);
      if (!validate) throw new Error(`${folder} has no schema ${schema}.`);
      return validate(value) ? [] : [...(validate.errors ?? [])];
    },
  };
}

/**
 * The references between the files are relative to their names. The `$id`s of their
 * definitions repeat one another and would move the base: they are taken out.
 */
function readSchema(file: string, name: string): AnySchemaObject {
  const schema = JSON.parse(
    readFileSync(file, "utf8"),
    (key, value: unknown) =>
      key === "$id" && typeof value === "string" && value.startsWith("#")
        ? undefined
        : value,
  ) as AnySchemaObject;
  return { ...schema, $id: `${base}${name}` };
}
