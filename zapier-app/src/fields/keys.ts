/** The same value with every key in camelCase, as shared/ has them. */
export function camelKeys(value: unknown): unknown {
  return renameKeys(value, (key) =>
    key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  );
}

/** The same value with every key in snake_case, as Zapier users see them; absent values are left out. */
export function snakeKeys(value: unknown): unknown {
  return renameKeys(value, (key) =>
    key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  );
}

function renameKeys(value: unknown, rename: (key: string) => string): unknown {
  if (Array.isArray(value))
    return value.map((entry) => renameKeys(entry, rename));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .map(([key, entry]) => [rename(key), renameKeys(entry, rename)]),
  );
}
