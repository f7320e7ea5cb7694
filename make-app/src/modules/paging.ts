import type { RequestDirective } from "../make/communication";
import type { Parameter } from "../make/parameter";

/** Records in one page. */
export const PAGE = 100;

/** Goes on while pages are full. */
export function nextPage(
  list: string,
): NonNullable<RequestDirective["pagination"]> {
  return {
    qs: { page: "{{pagination.page}}" },
    condition: `{{length(${list}) = ${PAGE}}}`,
  };
}

/** How many results a search gives. */
export const LIMIT: Parameter = {
  name: "limit",
  type: "uinteger",
  label: "Limit",
  help: "The maximum number of results to be worked with during one execution cycle.",
  default: 10,
};
