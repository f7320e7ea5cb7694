/** IIS, in front of Xero, answers 404 to a query string of more than 2048 characters; the other parameters need some. */
const LONGEST_WHERE = 1900;

/** The `where` filters that together find what any of the clauses finds: as few as fit into an address each. */
export function anyOf(clauses: readonly string[]): string[] {
  const filters: string[] = [];
  for (const clause of new Set(clauses)) {
    const last = filters.at(-1);
    const joined = last && `${last} OR ${clause}`;
    if (joined && encodeURIComponent(joined).length <= LONGEST_WHERE)
      filters[filters.length - 1] = joined;
    else filters.push(clause);
  }
  return filters;
}
