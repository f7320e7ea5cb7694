import type {
  ConnectionCode,
  ModuleCode,
  RpcCode,
  Section,
  WebhookCode,
} from "@hubspot-xero/make-runner/tree/tree";
import type { LocalSection } from "./component";

// Section names of the API, as Make's own extension has them:
// https://github.com/integromat/vscode-apps-sdk/blob/master/src/services/component-code-def.ts
export const CONNECTION_SECTIONS: Record<ConnectionCode, string> = {
  communication: "api",
  params: "parameters",
  scopeList: "scopes",
  defaultScope: "scope",
  installSpec: "installSpec",
  installDirectives: "install",
  common: "common",
};

export const WEBHOOK_SECTIONS: Record<WebhookCode, string> = {
  communication: "api",
  params: "parameters",
  attach: "attach",
  detach: "detach",
  update: "update",
  requiredScope: "scope",
};

export const MODULE_SECTIONS: Record<ModuleCode, string> = {
  communication: "api",
  epoch: "epoch",
  staticParams: "parameters",
  mappableParams: "expect",
  interface: "interface",
  samples: "samples",
  scope: "scope",
};

export const RPC_SECTIONS: Record<RpcCode, string> = {
  communication: "api",
  params: "parameters",
};

/** The code files of a component as the sections Make takes, in the order of the table. */
export function codeSections<Code extends string>(
  code: Partial<Record<Code, Section>>,
  table: Record<Code, string>,
): LocalSection[] {
  return (Object.entries(table) as [Code, string][]).flatMap(([type, name]) => {
    const found = code[type];
    return found ? [jsonSection(name, found)] : [];
  });
}

/** One JSON section; `common` holds secrets and is plain JSON on Make. */
export function jsonSection(
  name: string,
  { path, text, value }: Section,
): LocalSection {
  const contentType =
    name === "common" ? "application/json" : "application/jsonc";
  return { name, file: path, text, contentType, value };
}
