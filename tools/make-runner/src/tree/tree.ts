/** A Make custom app as its local-development tree describes it, every code file parsed. */
export interface MakeTree {
  /** The folder of makecomapp.json. */
  folder: string;
  manifest: Manifest;
  base: Section;
  /** The app's common data; absent where the manifest leaves it out, as it holds secrets. */
  common?: Section;
  groups: Section;
  readme: string | undefined;
  connections: Map<string, Component<ConnectionMetadata, ConnectionCode>>;
  webhooks: Map<string, Component<WebhookMetadata, WebhookCode>>;
  modules: Map<string, Component<ModuleMetadata, ModuleCode>>;
  rpcs: Map<string, Component<RpcMetadata, RpcCode>>;
  functions: Map<string, FunctionComponent>;
}

/** One code file: its path below the folder, its text, and what the JSON with comments in it says. */
export interface Section<T = unknown> {
  path: string;
  text: string;
  value: T;
}

export interface Component<Metadata, Code extends string> {
  id: string;
  metadata: Metadata;
  /** Sections whose path is null in the manifest are absent. */
  code: Partial<Record<Code, Section>>;
}

export interface FunctionComponent {
  id: string;
  code: { path: string; text: string };
  test: { path: string; text: string } | undefined;
}

export interface ConnectionMetadata {
  label: string;
  connectionType?: "basic" | "oauth";
}

export interface WebhookMetadata {
  label: string;
  webhookType: "web" | "web-shared";
  connection: string | null;
  altConnection: string | null;
}

export type ModuleType =
  | "trigger"
  | "action"
  | "search"
  | "instant_trigger"
  | "responder"
  | "universal";

export interface ModuleMetadata {
  label: string;
  description: string;
  moduleType: ModuleType;
  actionCrud?: "create" | "read" | "update" | "delete" | null;
  connection: string | null;
  altConnection: string | null;
  webhook?: string | null;
}

export interface RpcMetadata {
  label: string;
  connection: string | null;
  altConnection: string | null;
}

export type ConnectionCode =
  | "communication"
  | "params"
  | "scopeList"
  | "defaultScope"
  | "installSpec"
  | "installDirectives"
  | "common";
export type WebhookCode =
  "communication" | "params" | "attach" | "detach" | "update" | "requiredScope";
export type ModuleCode =
  | "communication"
  | "epoch"
  | "staticParams"
  | "mappableParams"
  | "interface"
  | "samples"
  | "scope";
export type RpcCode = "communication" | "params";

type CodeFiles = Record<string, string | null>;

interface Listed {
  codeFiles: CodeFiles;
}

/** makecomapp.json. */
export interface Manifest {
  fileVersion: number;
  generalCodeFiles: {
    base: string | null;
    common: string | null;
    readme: string | null;
    groups: string | null;
  };
  components: {
    connection: Record<string, (ConnectionMetadata & Listed) | null>;
    webhook: Record<string, (WebhookMetadata & Listed) | null>;
    module: Record<string, (ModuleMetadata & Listed) | null>;
    rpc: Record<string, (RpcMetadata & Listed) | null>;
    function: Record<string, Listed | null>;
    endpoint?: Record<string, unknown>;
  };
  origins: Origin[];
}

/** Where a tree is deployed to, and which local component is which remote one. */
export interface Origin {
  label?: string;
  baseUrl: string;
  appId: string;
  appVersion: number;
  apikeyFile: string;
  idMapping?: Record<string, IdPair[]>;
}

export interface IdPair {
  local: string | null;
  remote: string | null;
  localDeleted?: boolean;
  nonOwnedByApp?: boolean;
}
