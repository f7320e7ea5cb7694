import type { Make } from "@makehq/sdk";
import type { Kind } from "../local/component";
import type { AppAddress } from "./paths";

/** A component in Make's lists; which fields stand there differs from kind to kind. */
export type Listed = { name: string } & Record<string, unknown>;

/** The components of one kind that an app has on Make. */
export async function listComponents(
  { sdk }: Make,
  { appId, appVersion }: AppAddress,
  kind: Kind,
): Promise<Listed[]> {
  const lists: Record<Kind, () => Promise<Listed[] | undefined>> = {
    connection: () => sdk.connections.list(appId),
    rpc: () => sdk.rpcs.list(appId, appVersion),
    webhook: () => sdk.webhooks.list(appId),
    module: () => sdk.modules.list(appId, appVersion),
    function: () => sdk.functions.list(appId, appVersion),
  };
  return (await lists[kind]()) ?? [];
}

/** What a list says of a component, without its code. */
export function asRemote(kind: Kind, listed: Listed, app: AppAddress) {
  const { name, label, type, appVersion } = listed;
  return {
    kind,
    name,
    ...(typeof label === "string" && { label }),
    ...(typeof type === "string" && { type }),
    otherVersion: appVersion !== undefined && appVersion !== app.appVersion,
    metadata: {},
    sections: {},
  };
}
