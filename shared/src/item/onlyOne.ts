import { ConnectorError } from "../error/connectorError";
import type { HubspotObject } from "../hubspot/wire";
import type { XeroItem } from "../xero/wire";
import { sameCode } from "./item";

/**
 * The one item of a code. Should Xero ever tell cases apart, the code as it is written decides.
 * @throws ConnectorError `conflict` when several could be meant
 */
export function onlyItem(
  found: readonly XeroItem[],
  code: string,
): XeroItem | undefined {
  const same = found.filter(({ Code }) => sameCode(Code, code));
  const exact = same.filter(({ Code }) => Code === code);
  const [first, second] = exact.length ? exact : same;
  if (!second) return first;
  throw new ConnectorError(
    "conflict",
    `Xero has several items with the code ${code}: ${first?.Code} and ${second.Code}. Give one of them another code.`,
  );
}

/** The search for the products of a SKU, which HubSpot's search compares whatever its case. */
export function productSearch(code: string, properties: readonly string[]) {
  return {
    filterGroups: [
      { filters: [{ propertyName: "hs_sku", operator: "EQ", value: code }] },
    ],
    properties,
    limit: 10,
  };
}

/**
 * The one product that a search for a SKU found.
 * @throws ConnectorError `conflict` when there are several
 */
export function onlyProduct(
  [found, other]: readonly HubspotObject[],
  code: string,
): HubspotObject | undefined {
  if (!found || !other) return found;
  throw new ConnectorError(
    "conflict",
    `HubSpot has several products with the SKU ${code}: "${found.properties["name"] ?? found.id}" (${found.id}) and "${other.properties["name"] ?? other.id}" (${other.id}). Give one of them another SKU, or archive it.`,
  );
}
