/** The kinds of components, in the order in which they may refer to each other. */
export const KINDS = [
  "connection",
  "rpc",
  "webhook",
  "module",
  "function",
] as const;

export type Kind = (typeof KINDS)[number];

/** Make names these itself: `<appId>`, `<appId>2`, ...; all others keep their local id. */
export const NAMED_BY_MAKE: ReadonlySet<Kind> = new Set([
  "connection",
  "webhook",
]);

/** What can be changed about a component after its creation; references are local ids. */
export interface Metadata {
  label?: string;
  description?: string;
  typeId?: number;
  crud?: string | null;
  webhook?: string | null;
  connection?: string | null;
  altConnection?: string | null;
}

/** Which kind of component a metadata field names. */
export const REFERENCES = {
  webhook: "webhook",
  connection: "connection",
  altConnection: "connection",
} as const satisfies Partial<Record<keyof Metadata, Kind>>;

export type ReferenceField = keyof typeof REFERENCES;

/** A component as the tree wants it on Make. */
export interface LocalComponent {
  kind: Kind;
  id: string;
  metadata: Metadata;
  /** What Make takes at creation only. */
  birth: Record<string, string>;
  sections: LocalSection[];
}

export type ContentType =
  | "application/jsonc"
  | "application/json"
  | "application/javascript"
  | "text/markdown";

/** A code file and the section of Make's API that takes it. */
export interface LocalSection {
  name: string;
  file: string;
  text: string;
  contentType: ContentType;
  /** What the JSON says; undefined for JavaScript and Markdown. */
  value?: unknown;
  /** Make's name for the section in its checksums, where it is another. */
  checksumName?: string;
}

/** "module createInvoice" */
export const titleOf = ({ kind, id }: { kind: Kind; id: string }) =>
  `${kind} ${id}`;
