/** Sources of the keys: the sections on requests, responses and pagination of Make's custom app documentation. */
export interface RequestDirectives {
  url?: string;
  encodeUrl?: unknown;
  method?: string;
  headers?: unknown;
  qs?: unknown;
  body?: unknown;
  type?: string;
  temp?: Record<string, unknown>;
  condition?: unknown;
  followRedirects?: unknown;
  followAllRedirects?: unknown;
  log?: { sanitize?: string[] };
  pagination?: PaginationDirectives;
  repeat?: { condition?: unknown; delay?: number; limit?: number };
  response?: ResponseDirectives;
  aws?: unknown;
  oauth?: unknown;
  endpoint?: unknown;
  /** Base only. */
  baseUrl?: string;
  /** Base only, in milliseconds. */
  timeout?: number;
}

export interface PaginationDirectives {
  mergeWithParent?: boolean;
  url?: string;
  method?: string;
  headers?: unknown;
  qs?: unknown;
  body?: unknown;
  condition?: unknown;
}

export interface ResponseDirectives {
  type?: unknown;
  valid?: unknown;
  error?: string | ErrorDirectives;
  limit?: unknown;
  iterate?: string | { container?: string; condition?: unknown };
  temp?: Record<string, unknown>;
  output?: unknown;
  wrapper?: unknown;
  trigger?: TriggerDirectives;
  data?: unknown;
  metadata?: unknown;
  uid?: unknown;
  expires?: unknown;
}

export type ErrorDirectives = {
  message?: string;
  type?: string;
} & Record<string, string | { message?: string; type?: string } | undefined>;

export interface TriggerDirectives {
  type: "date" | "id";
  order: "asc" | "desc" | "unordered";
  id: string;
  date?: string;
}
