/** A step's input as a user filled it in. */
export type Step = Record<string, unknown>;

/** A connection of the Make app, to a vendor in memory. */
export const connection = (type: string, service: string, data: object) => ({
  type,
  parameters: { serviceKey: "key" },
  data: { service, apiBase: `https://${service}.example`, ...data },
});

/** JSON with its keys in order. */
export function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  );
}
