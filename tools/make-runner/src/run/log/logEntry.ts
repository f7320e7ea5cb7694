/** One request and its answer, sanitised. */
export interface LogEntry {
  /** Whose request it was: `module createInvoice`. */
  component: string;
  request: {
    method: string;
    /** Without the query. */
    url: string;
    qs: Record<string, unknown>;
    headers: Record<string, unknown>;
    body: unknown;
  };
  /** Absent where no answer came. */
  response?: {
    statusCode: number;
    headers: Record<string, unknown>;
    body: unknown;
  };
  /**
   * Places where a secret of the connection stood that no sanitize path covers. They are
   * masked here too; on Make they would be shown.
   */
  leaks: string[];
}
