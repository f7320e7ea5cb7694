import type { IdMapping } from "./mapping";

/** Where a tree is deployed to, as far as that is known. */
export interface Origin {
  label?: string;
  /** `https://eu1.make.com/api` */
  baseUrl: string;
  /** Absent until the app is created. */
  appId?: string;
  appVersion: number;
  apikeyFile?: string;
  idMapping?: IdMapping;
  /** The label of an app to be created first. */
  create?: string;
}

/** An origin and the file that remembers it. */
export interface StoredOrigin {
  origin: Origin;
  /** Where it is remembered: paths in it are relative to this file's folder. */
  file: string;
  /** Remembers the app's id and the id mapping. */
  save(origin: Origin): void;
}
