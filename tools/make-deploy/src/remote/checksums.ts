import type { Make } from "@makehq/sdk";
import type { Kind, LocalSection, Metadata } from "../local/component";
import { appPath, type AppAddress } from "./paths";

/** MD5 by column of Make's database; null where the column is empty. */
export type Sums = Record<string, string | null | undefined>;

interface Entry {
  name: string;
  checksum: Sums;
}

type Answer = Partial<
  Record<
    "app" | "accounts" | "rpcs" | "hooks" | "modules" | "functions",
    Entry[]
  >
>;

const LISTS = {
  connection: "accounts",
  rpc: "rpcs",
  webhook: "hooks",
  module: "modules",
  function: "functions",
} as const satisfies Record<Kind, keyof Answer>;

/** The columns of metadata fields; which one holds a module's webhook is not known. */
export const COLUMNS: Partial<Record<keyof Metadata, string>> = {
  label: "label",
  description: "description",
  typeId: "type_id",
  crud: "crud",
  connection: "account_name",
  altConnection: "alt_account_name",
};

/** The checksums of an app, looked up by component. */
export interface Checksums {
  ofApp(): Sums;
  of(kind: Kind, name: string): Sums;
}

/** Reads the MD5 sums of all sections and metadata at once. */
export async function readChecksums(
  make: Make,
  app: AppAddress,
): Promise<Checksums> {
  const answer = await make.fetch<Answer>(`${appPath(app)}/checksum`);
  return {
    ofApp: () => answer.app?.[0]?.checksum ?? {},
    of: (kind, name) =>
      answer[LISTS[kind]]?.find((entry) => entry.name === name)?.checksum ?? {},
  };
}

/** The sums a section answers to: of its text, comments included, and of its bare JSON. */
export function sectionSums(
  sums: Sums,
  { name, checksumName = name }: LocalSection,
): string[] {
  return [sums[`${checksumName}_jsonc`], sums[checksumName]].filter(
    (sum): sum is string => typeof sum === "string",
  );
}
