import type { Sandbox } from "@hubspot-xero/sandbox/sandbox";

const DEAL_TO_PRIMARY_COMPANY = 5;
const DEAL_TO_LINE_ITEM = 19;

/** A new deal with so many lines, whose payer is that of another deal: its company and its people. */
export function addDeal(
  { hubspot }: Sandbox,
  likeDeal: string,
  lineCount: number,
): string {
  const links = hubspot.state.links[`0-3/${likeDeal}`] ?? [];
  const payers = links
    .filter(({ type, typeId }) =>
      type === "0-2" ? typeId === DEAL_TO_PRIMARY_COMPANY : type === "0-1",
    )
    .map(({ type, id, typeId }) => ({ to: { type, id }, typeId }));
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
