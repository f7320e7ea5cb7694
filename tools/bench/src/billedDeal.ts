import type { AssociationRequest } from "@hubspot-xero/sandbox/hubspot/types";
import type { Sandbox } from "@hubspot-xero/sandbox/sandbox";

const DEAL_TO_PRIMARY_COMPANY = 5;
const DEAL_TO_LINE_ITEM = 19;

/** A new deal with so many lines of 21.00, whose payer is that of another deal: its company and its people. */
export function addDeal(
  sandbox: Sandbox,
  likeDeal: string,
  lineCount: number,
): string {
  const links = sandbox.hubspot.state.links[`0-3/${likeDeal}`] ?? [];
  const payers = links
    .filter(({ type, typeId }) =>
      type === "0-2" ? typeId === DEAL_TO_PRIMARY_COMPANY : type === "0-1",
    )
    .map(({ type, id, typeId }) => ({ to: { type, id }, typeId }));
  return addDealOf(sandbox, payers, lineCount);
}

/** A new deal with so many lines of 21.00, of a company that is new as well. */
export function addNewCustomersDeal(
  sandbox: Sandbox,
  companyName: string,
  lineCount: number,
): string {
  const { id } = sandbox.hubspot.create("companies", { name: companyName });
  const to = { type: "0-2", id };
  return addDealOf(
    sandbox,
    [{ to, typeId: DEAL_TO_PRIMARY_COMPANY }],
    lineCount,
  );
}

function addDealOf(
  { hubspot }: Sandbox,
  payers: AssociationRequest[],
  lineCount: number,
): string {
  const lines = Array.from({ length: lineCount }, (_, index) =>
    hubspot.create("line_items", {
      name: `Line ${index + 1}`,
      quantity: "2",
      price: "10.50",
      hs_position_on_quote: String(index),
    }),
  );
  return hubspot.create("deals", { dealname: `${lineCount} lines` }, [
    ...payers,
    ...lines.map(({ id }) => ({
      to: { type: "line_items", id },
      typeId: DEAL_TO_LINE_ITEM,
    })),
  ]).id;
}
