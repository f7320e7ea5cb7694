import type { Context } from "hono";

/** Unit amounts have two decimals; `unitdp=4` asks for four, on each read and each write. */
export function unitDecimals(c: Context): 2 | 4 {
  return c.req.query("unitdp") === "4" ? 4 : 2;
}
