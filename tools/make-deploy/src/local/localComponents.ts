import type {
  Component,
  ConnectionCode,
  ConnectionMetadata,
  FunctionComponent,
  MakeTree,
  ModuleCode,
  ModuleMetadata,
  ModuleType,
  RpcCode,
  RpcMetadata,
  WebhookCode,
  WebhookMetadata,
} from "@hubspot-xero/make-runner/tree/tree";
import type { LocalComponent, LocalSection } from "./component";
import {
  codeSections,
  CONNECTION_SECTIONS,
  MODULE_SECTIONS,
  RPC_SECTIONS,
  WEBHOOK_SECTIONS,
} from "./sections";

const TYPE_IDS: Record<ModuleType, number> = {
  trigger: 1,
  action: 4,
  search: 9,
  instant_trigger: 10,
  responder: 11,
  universal: 12,
};

/** Every component of the tree, those first that others refer to. */
export function localComponents(tree: MakeTree): LocalComponent[] {
  return [
    ...[...tree.connections.values()].map(connection),
    ...[...tree.rpcs.values()].map(rpc),
    ...[...tree.webhooks.values()].map(webhook),
    ...[...tree.modules.values()].map(module),
    ...[...tree.functions.values()].map(imlFunction),
  ];
}

function connection({
  id,
  metadata: { label, connectionType },
  code,
}: Component<ConnectionMetadata, ConnectionCode>): LocalComponent {
  return {
    kind: "connection",
    id,
    metadata: { label },
    birth: connectionType ? { type: connectionType } : {},
    sections: codeSections(code, CONNECTION_SECTIONS),
  };
}

function rpc({
  id,
  metadata: { label, connection, altConnection },
  code,
}: Component<RpcMetadata, RpcCode>): LocalComponent {
  return {
    kind: "rpc",
    id,
    metadata: { label, connection, altConnection },
    birth: { name: id },
    sections: codeSections(code, RPC_SECTIONS),
  };
}

function webhook({
  id,
  metadata: { label, webhookType, connection, altConnection },
  code,
}: Component<WebhookMetadata, WebhookCode>): LocalComponent {
  return {
    kind: "webhook",
    id,
    metadata: { label, connection, altConnection },
    birth: { type: webhookType },
    sections: codeSections(code, WEBHOOK_SECTIONS),
  };
}

function module({
  id,
  metadata,
  code,
}: Component<ModuleMetadata, ModuleCode>): LocalComponent {
  const { label, description, moduleType, connection, altConnection } =
    metadata;
  return {
    kind: "module",
    id,
    metadata: {
      label,
      description,
      typeId: TYPE_IDS[moduleType],
      // Make takes crud of actions and a webhook of instant triggers only.
      ...(moduleType === "action" && { crud: metadata.actionCrud ?? null }),
      ...(moduleType === "instant_trigger" && {
        webhook: metadata.webhook ?? null,
      }),
      connection,
      altConnection,
    },
    birth: {
      name: id,
      moduleInitMode: "blank",
      // Mandatory for universal modules, whatever its value: the code files replace the template it picks.
      ...(moduleType === "universal" && { subtype: "Universal" }),
    },
    sections: codeSections(code, MODULE_SECTIONS),
  };
}

function imlFunction({ id, code, test }: FunctionComponent): LocalComponent {
  const section = (
    name: string,
    { path, text }: FunctionComponent["code"],
  ): LocalSection => ({
    name,
    file: path,
    text,
    contentType: "application/javascript",
  });
  return {
    kind: "function",
    id,
    metadata: {},
    birth: { name: id },
    sections: [section("code", code), ...(test ? [section("test", test)] : [])],
  };
}
