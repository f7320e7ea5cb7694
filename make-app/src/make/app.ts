import type {
  Base,
  ImlValue,
  OAuthCommunication,
  RequestDirective,
} from "./communication";
import type { Parameter } from "./parameter";

export type Service = "hubspot" | "xero";

type Communication = RequestDirective | readonly RequestDirective[];

interface Connection {
  id: string;
  label: string;
  service: Service;
  params: readonly Parameter[];
}

export interface BasicConnection extends Connection {
  type: "basic";
  communication: RequestDirective;
}

export interface OAuthConnection extends Connection {
  type: "oauth";
  communication: OAuthCommunication;
  /** Scope -> what people read about it. */
  scopes: Readonly<Record<string, string>>;
  defaultScopes: readonly string[];
}

export interface MakeModule {
  id: string;
  label: string;
  description: string;
  service: Service;
  /** The heading under which the module is listed. */
  group: string;
  type: "trigger" | "action" | "search" | "universal";
  /** Of actions. */
  crud?: "create" | "read" | "update" | "delete";
  communication: Communication;
  /** Of triggers: what a user can choose to start from. */
  epoch?: RequestDirective;
  staticParams?: readonly Parameter[];
  mappableParams?: readonly Parameter[];
  interface: readonly Parameter[];
  samples: Readonly<Record<string, ImlValue>>;
  /** Scopes beside the connection's default ones. */
  scope?: readonly string[];
}

/** A remote procedure: what a dropdown offers. */
export interface Rpc {
  id: string;
  label: string;
  service: Service;
  communication: Communication;
  params?: readonly Parameter[];
}

/** The whole custom app, apart from its IML functions. */
export interface MakeApp {
  base: Base;
  connections: readonly (BasicConnection | OAuthConnection)[];
  modules: readonly MakeModule[];
  rpcs: readonly Rpc[];
}
