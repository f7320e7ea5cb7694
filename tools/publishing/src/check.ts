/** What a review asks for, and how it stands. */
export interface Check {
  platform: "zapier" | "make";
  /** The platform's own number, where it has one. */
  rule?: string;
  what: string;
  /** `yours`: only a person with the account can do it. */
  state: "done" | "missing" | "yours";
  /** What is missing, or where to do it. */
  detail?: string;
}

export const checked =
  (platform: Check["platform"]) =>
  (what: string, missing: string | undefined, rule?: string): Check => ({
    platform,
    rule,
    what,
    state: missing === undefined ? "done" : "missing",
    detail: missing,
  });

export const yours =
  (platform: Check["platform"]) =>
  (what: string, detail: string, rule?: string): Check => ({
    platform,
    rule,
    what,
    state: "yours",
    detail,
  });
