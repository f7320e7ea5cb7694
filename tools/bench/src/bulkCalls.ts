import type { World } from "@hubspot-xero/main-job/world";
import { errorMessage } from "@hubspot-xero/main-job/zapier";
import { INVOICE_STEP } from "@hubspot-xero/main-job/mainJob";
import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { addDeal } from "./billedDeal";
import { linkNorthwind } from "./invoiceCalls";
import type { Measured } from "./metric";

const ACTION = "create_invoices_from_deals";
const DEALS = 100;
const KEY = "calls.bulk.perInvoice";

/** Calls for each invoice when one run invoices a hundred deals of three lines. */
export async function measureBulk(world: World): Promise<Measured[]> {
  const { sandbox, zapier, authData } = world;
  if (!zapier.has("creates", ACTION))
    return [{ key: KEY, value: undefined, detail: "not built yet" }];
  await linkNorthwind(world);
  await world.invoice(DEAL.usLaunch);
  const deals = Array.from({ length: DEALS }, () =>
    addDeal(sandbox, DEAL.campaign, 3),
  );
  const before = sandbox.xero.books().invoices.length;
  const { result: refusal, calls } = await sandbox.meter.during(() =>
    zapier
      .run("creates", ACTION, {
        authData,
        inputData: { ...INVOICE_STEP, tax_table: [], deal_ids: deals },
      })
      .then(() => undefined, errorMessage),
  );
  const made = sandbox.xero.books().invoices.length - before;
  return [
    made === DEALS
      ? {
          key: KEY,
          value: calls.length / made,
          detail: `${calls.length} calls for ${made} invoices`,
        }
      : {
          key: KEY,
          value: undefined,
          detail: `${made} of ${DEALS} invoices made. ${refusal ?? ""}`,
        },
  ];
}
