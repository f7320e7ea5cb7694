import type { Template } from "../../../zapier-app/templates/template";
import { setUpZap, type Zap } from "../src/zap";
import type { Choices } from "../src/zapInput";
import type { WorldOptions } from "../src/world";
import { openWorld, type World } from "./world";

export interface OpenZap {
  world: World;
  zap: Zap;
  /** What went to other apps, by the event's label. */
  sent: { event: string; fields: Record<string, string> }[];
}

/** A template set up and turned on; other apps keep what they are sent. */
export async function openZap(
  template: Template,
  choices: Choices = {},
  options: WorldOptions = {},
): Promise<OpenZap> {
  const world = await openWorld(options);
  const sent: OpenZap["sent"] = [];
  const zap = setUpZap(world, template, choices, ({ event }, fields) =>
    sent.push({ event: event.label, fields }),
  );
  await zap.turnOn();
  return { world, zap, sent };
}

/** How a bookkeeper at the seeded agency chooses accounts and taxes. */
export const LINE_CHOICES = { account_code: "200", tax_type: "OUTPUT2" };

/** What the deal shows, without the prefix of its properties. */
export function shown({ sandbox }: World, dealId: string) {
  const { properties } = sandbox.hubspot.get("deals", dealId)!;
  return {
    number: properties["xero_invoice_number"],
    state: properties["xero_invoice_status"],
    total: properties["xero_invoice_total"],
    paid: properties["xero_amount_paid"],
    due: properties["xero_amount_due"],
    credited: properties["xero_amount_credited"],
  };
}

/** Xero's sales invoices of a deal. */
export function invoicesOf({ sandbox }: World, dealId: string) {
  return sandbox.xero
    .books()
    .invoices.filter(({ Reference }) => Reference?.startsWith(`HS-${dealId}`))
    .map(({ Status, Reference, Total }) => ({
      Status,
      Reference,
      Total: Number(Total),
    }));
}
