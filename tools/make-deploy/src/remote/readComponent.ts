import type { Make } from "@makehq/sdk";
import type { LocalComponent, Metadata } from "../local/component";
import { COLUMNS, type Sums } from "./checksums";
import { asFingerprint, fingerprint } from "./fingerprint";
import type { Listed } from "./listComponents";
import { componentPath, type AppAddress } from "./paths";
import { readSections } from "./readSections";
import type { RemoteComponent } from "./remote";

/** What is known of a component before it is looked at itself. */
export interface Known {
  local: LocalComponent;
  remote: RemoteComponent;
  listed: Listed;
  sums: Sums;
}

/** A remote component with all that its local counterpart is compared in. */
export async function readComponent(
  make: Make,
  app: AppAddress,
  { local, remote, listed, sums }: Known,
): Promise<RemoteComponent> {
  const { kind, name } = remote;
  const path = componentPath(app, kind, name);
  // As the SDK asks for scripts.
  const options =
    kind === "function" ? { headers: { accept: "text/plain" } } : undefined;
  return {
    ...remote,
    metadata: await readMetadata(make, path, { local, listed, sums }),
    sections: await readSections(local.sections, sums, (section) =>
      make.fetch(`${path}/${section}`, options),
    ),
  };
}

/** By the list where it has the field, else by checksum, else by the component itself. */
async function readMetadata(
  make: Make,
  path: string,
  { local, listed, sums }: Omit<Known, "remote">,
): Promise<RemoteComponent["metadata"]> {
  const fields = Object.keys(local.metadata) as (keyof Metadata)[];
  const sumOf = (field: keyof Metadata) => sums[COLUMNS[field] ?? ""];
  const open = fields.some(
    (field) => !(field in listed) && sumOf(field) === undefined,
  );
  // {appModule: {...}}, {appRpc: {...}}: one key, named after the kind.
  const detail = open
    ? Object.values(await make.fetch<Record<string, Listed>>(path))[0]
    : undefined;
  const facts: Record<string, unknown> = { ...detail, ...listed };
  return Object.fromEntries(
    fields.map((field) => {
      const fact = facts[field];
      const isFact = typeof fact === "string" || typeof fact === "number";
      const sum = sumOf(field);
      return [
        field,
        field in facts || sum === undefined
          ? fingerprint(isFact ? fact : null)
          : asFingerprint(sum),
      ];
    }),
  );
}
