/** Words that keep their capitals. */
const KEPT = new Set(["HubSpot", "Xero", "ID", "IDs", "SKU", "URL", "VAT"]);

/** Zapier writes labels in title case, Make in sentence case: `Invoice Link` -> `Invoice link`. */
export function sentenceCase(label: string): string {
  return label
    .split(" ")
    .map((word, index) => (index === 0 || KEPT.has(word) ? word : lower(word)))
    .join(" ");
}

function lower(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}

/** The catalogue's keys in Make's spelling: `invoice_id` -> `invoiceId`. */
export function camelCase(key: string): string {
  return key.replace(/_([a-z0-9])/g, (_, letter: string) =>
    letter.toUpperCase(),
  );
}
