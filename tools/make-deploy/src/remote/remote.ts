import type { Kind, Metadata } from "../local/component";

/** What a section holds on Make: the MD5 sums it answers to, or its content where Make gave no sum. */
export type RemoteSection = { md5: string[] } | { content: unknown };

/** MD5 of a metadata value; null where there is none. */
export type Fingerprint = string | null;

/** A component as Make has it. */
export interface RemoteComponent {
  kind: Kind;
  name: string;
  label?: string;
  /** Of connections and webhooks: cannot be changed after creation. */
  type?: string;
  /** Owned by another version of the app, hence not ours to write. */
  otherVersion: boolean;
  metadata: Partial<Record<keyof Metadata, Fingerprint>>;
  sections: Record<string, RemoteSection>;
}

/** An app as Make has it; an app yet to be created has nothing. */
export interface RemoteApp {
  sections: Record<string, RemoteSection>;
  components: RemoteComponent[];
}

/** What Make has of an app that is yet to be created. */
export const NO_APP: RemoteApp = { sections: {}, components: [] };
