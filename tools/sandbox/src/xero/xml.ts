/** Names of list members that are not the list's name without its s. */
const MEMBERS: Record<string, string> = {
  Addresses: "Address",
  Currencies: "Currency",
  TrackingCategories: "TrackingCategory",
  Tracking: "TrackingCategory",
  Elements: "DataContractBase",
};

/** Xero's older XML form of the same data: what a client gets that does not ask for JSON. */
export function toXml(name: string, value: unknown): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) {
    const member = MEMBERS[name] ?? name.replace(/s$/, "");
    return element(name, value.map((entry) => toXml(member, entry)).join(""));
  }
  if (typeof value === "object")
    return element(
      name,
      Object.entries(value)
        .map(([key, entry]) => toXml(key, entry))
        .join(""),
    );
  return element(name, escapeText(String(value)));
}

function element(name: string, content: string): string {
  return `<${name}>${content}</${name}>`;
}

function escapeText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
