/** A value that may hold IML: `{{...}}` in any text, and in keys to spread a collection. */
export type ImlValue =
  | string
  | number
  | boolean
  | null
  | readonly ImlValue[]
  | { readonly [key: string]: ImlValue };

type ImlRecord = Readonly<Record<string, ImlValue>>;

/** Make's error types that this app uses; what each does to a scenario is Make's business. */
export type ErrorType =
  | "RuntimeError"
  | "DataError"
  | "RateLimitError"
  | "ConnectionError"
  | "InvalidConfigurationError"
  | "InvalidAccessTokenError"
  | "DuplicateDataError";

export interface ErrorDirective {
  message: string;
  type?: ErrorType;
  [status: `${number}`]: { message: string; type: ErrorType };
}

export interface ResponseDirective {
  type?: "json" | "text" | "automatic";
  valid?:
    | string
    | { condition: string; message: string; type: ErrorType | `{{${string}}}` };
  error?: ErrorDirective;
  temp?: ImlRecord;
  iterate?: string | { container: string; condition: string };
  limit?: string | number;
  output?: ImlValue;
  trigger?: {
    type: "date";
    order: "asc" | "desc" | "unordered";
    id: string;
    date: string;
  };
  /** Connections only: what is kept with the connection. */
  data?: ImlRecord;
  metadata?: { type: "text" | "email"; value: string };
  uid?: string;
  expires?: string;
}

/** One request of a module, RPC or connection; keys left out come from the base. */
export interface RequestDirective {
  /** Evaluated first, before the condition. */
  temp?: ImlRecord;
  /** False: the request is skipped, and the next one follows; `default` is then what there is to hand out. */
  condition?: string | boolean | { condition: string; default: ImlValue };
  url?: string;
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | `{{${string}}}`;
  qs?: ImlRecord;
  headers?: ImlRecord;
  body?: ImlValue;
  type?: "json" | "urlencoded" | "text";
  pagination?: { qs?: ImlRecord; body?: ImlValue; condition?: string };
  response?: ResponseDirective;
  log?: { sanitize: readonly string[] };
}

/** What every request of the app inherits. */
export interface Base extends RequestDirective {
  baseUrl: string;
  timeout?: number;
}

/** The requests of an OAuth 2 connection, in the order in which Make sends them. */
export interface OAuthCommunication {
  authorize: RequestDirective;
  token: RequestDirective;
  refresh: RequestDirective;
  info: RequestDirective;
  invalidate?: RequestDirective;
}
