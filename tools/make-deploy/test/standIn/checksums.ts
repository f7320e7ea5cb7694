import { createHash } from "node:crypto";
import { parse } from "jsonc-parser";
import type { App, Component } from "./state";

const md5 = (text: string) => createHash("md5").update(text).digest("hex");

const sum = (value: unknown) =>
  value === undefined || value === null ? null : md5(String(value));

const COLUMNS = {
  label: "label",
  description: "description",
  typeId: "type_id",
  crud: "crud",
  connection: "account_name",
  altConnection: "alt_account_name",
};

/** GET /checksum: MD5 by column, JSON columns twice, with and without their comments. */
export function checksumsOf({ name, sections, components }: App) {
  const { readme, ...json } = sections;
  const entries = (list: Component[]) => list.map(entry);
  return {
    app: [{ name, checksum: { ...jsonSums(json), content: sum(readme) } }],
    accounts: entries(components.connection),
    rpcs: entries(components.rpc),
    hooks: entries(components.webhook),
    modules: entries(components.module),
    functions: components.function.map(({ name, sections }) => ({
      name,
      checksum: { code: sum(sections.code), test: sum(sections.test) },
    })),
  };
}

const entry = ({ name, metadata, sections }: Component) => ({
  name,
  checksum: {
    ...Object.fromEntries(
      Object.entries(COLUMNS).map(([field, column]) => [
        column,
        sum(metadata[field]),
      ]),
    ),
    ...jsonSums(sections),
  },
});

const jsonSums = (sections: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(sections).flatMap(([name, text]) => [
      [name, md5(JSON.stringify(parse(text)))],
      [`${name}_jsonc`, md5(text)],
    ]),
  );
