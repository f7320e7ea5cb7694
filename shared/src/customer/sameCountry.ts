/** Names of one country that either vendor's people write, in lower case; the first is only a key. */
const NAMES = [
  ["gb", "uk", "united kingdom", "great britain"],
  ["us", "usa", "united states", "united states of america"],
  ["de", "germany", "deutschland"],
  ["at", "austria", "österreich"],
  ["ch", "switzerland", "schweiz", "suisse"],
  ["fr", "france"],
  ["ie", "ireland"],
  ["nl", "netherlands", "the netherlands"],
  ["au", "australia"],
  ["nz", "new zealand"],
  ["ca", "canada"],
];

/** Whether two texts name the same country: a name that HubSpot turned into another is no edit. */
export function sameCountry(a: string, b: string): boolean {
  return countryKey(a) === countryKey(b);
}

function countryKey(text: string): string {
  const name = text.toLowerCase().replace(/\./g, "").trim();
  return NAMES.find((names) => names.includes(name))?.[0] ?? name;
}
