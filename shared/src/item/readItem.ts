import { readXeroInstant } from "../date/xeroDate";
import { compare, parseDecimal, ZERO } from "../money/decimal";
import type { XeroItem } from "../xero/wire";
import type { Item } from "./item";

/** A Xero item, by its sales side: what it costs to buy, its inventory and cost of sales are nobody else's business. */
export function readItem(wire: XeroItem): Item {
  const { UnitPrice, AccountCode, TaxType } = wire.SalesDetails ?? {};
  return {
    xeroId: wire.ItemID,
    code: wire.Code,
    name: wire.Name || undefined,
    description: wire.Description || undefined,
    ...readPrice(UnitPrice),
    accountCode: AccountCode || undefined,
    taxType: TaxType || undefined,
    isSold: wire.IsSold !== false,
    isArchived: false,
    updatedAt: wire.UpdatedDateUTC && readXeroInstant(wire.UpdatedDateUTC),
  };
}

function readPrice(
  price: number | undefined,
): Pick<Item, "unitPrice" | "priceProblem"> {
  if (price === undefined) return {};
  const unitPrice = parseDecimal(price);
  return compare(unitPrice, ZERO) < 0
    ? {
        priceProblem: `has the negative price ${unitPrice}, which HubSpot does not take`,
      }
    : { unitPrice };
}
