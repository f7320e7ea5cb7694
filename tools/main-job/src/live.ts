import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pc from "picocolors";
import { ConnectorError } from "@hubspot-xero/shared/error/connectorError";
import type { Context } from "@hubspot-xero/shared/flows/context";
import { searchContact } from "@hubspot-xero/shared/flows/findOrCreateContact";
import {
  findStageEntries,
  LOOK_BACK_DAYS,
} from "@hubspot-xero/shared/flows/listStageEntries";
import {
  openDeal,
  planDealInvoice,
} from "@hubspot-xero/shared/flows/planDealInvoice";
import {
  createHubspotClient,
  type HubspotClient,
} from "@hubspot-xero/shared/hubspot/client";
import {
  readDealInvoiceOptions,
  type DealInvoiceOptions,
} from "@hubspot-xero/shared/invoice/options";
import { format } from "@hubspot-xero/shared/money/decimal";
import { createMemoryCache } from "@hubspot-xero/shared/transport/cache";
import { createXeroClient } from "@hubspot-xero/shared/xero/client";
import { readHosts } from "../../../zapier-app/src/http/hosts";
import { createFetchSend, patient, readOnly } from "./fetchSend";
import { findOrganisation, readTokens } from "./liveAccounts";
import type { InvoiceOutput } from "./mainJob";
import { errorMessage, loadZapier, throttledFor, type Zapier } from "./zapier";

/**
 * Reads the real accounts and shows what would be invoiced, or invoices it through the Zapier app when told to write.
 * @returns false when a deal could not be dealt with for a reason that is not its own
 */
export async function runLive({ write }: { write: boolean }): Promise<boolean> {
  const tokens = readTokens();
  const stageId = process.env["HUBSPOT_STAGE_ID"] ?? "closedwon";
  const step = {
    invoice_status: process.env["XERO_INVOICE_STATUS"] ?? "DRAFT",
    account_code: process.env["XERO_ACCOUNT_CODE"],
    tax_type: process.env["XERO_TAX_TYPE"],
    due_in_days: process.env["XERO_DUE_IN_DAYS"] ?? "30",
  };
  const options = readDealInvoiceOptions({
    invoiceStatus: step.invoice_status,
    accountCode: step.account_code,
    taxType: step.tax_type,
    dueInDays: step.due_in_days,
  });
  const send = readOnly(patient(createFetchSend(readHosts(), tokens)));
  const hubspot = createHubspotClient({ send });
  const { tenantId } = await findOrganisation(send);
  await checkStage(hubspot, stageId);
  const context: Context = {
    hubspot,
    xero: createXeroClient({ send, tenantId }),
    cache: createMemoryCache(Date.now),
    now: new Date().toISOString(),
    digest: (text) => createHash("sha256").update(text).digest("hex"),
  };
  const since = new Date(
    Date.now() - LOOK_BACK_DAYS * 86_400_000,
  ).toISOString();
  const entries = await findStageEntries(context, stageId, { since });
  const dealIds = [...new Set(entries.map(({ dealId }) => dealId))].reverse();
  console.log(
    `${dealIds.length} deals entered the stage "${stageId}" in the last ${LOOK_BACK_DAYS} days.`,
  );
  const authData = {
    hubspot_token: tokens.hubspot,
    access_token: tokens.xero,
    organisation_id: tenantId,
  };
  const zapier = loadZapier();
  let complete = true;
  for (const dealId of dealIds) {
    const { line, failed } = write
      ? await invoice(dealId, step, authData, zapier)
      : await preview(context, dealId, options);
    console.log(line);
    if (failed) complete = false;
  }
  if (!write)
    console.log("\nNothing was written. Add --write to create the invoices.");
  if (!complete)
    console.log("\nSome deals could not be dealt with. Run the command again.");
  return complete;
}

async function checkStage(
  hubspot: HubspotClient,
  stageId: string,
): Promise<void> {
  const stages = (await hubspot.pipelines()).flatMap((pipeline) =>
    pipeline.stages.map(({ id, label }) => ({ id, text: `${id} (${label})` })),
  );
  if (stages.some(({ id }) => id === stageId)) return;
  throw new Error(
    `HUBSPOT_STAGE_ID is "${stageId}", which is no deal stage. Use one of: ${stages.map(({ text }) => text).join(", ")}.`,
  );
}

interface Outcome {
  line: string;
  /** A vendor failed, rather than the deal being unfit. */
  failed?: boolean;
}

async function preview(
  context: Context,
  dealId: string,
  options: DealInvoiceOptions,
): Promise<Outcome> {
  let name = `Deal ${dealId}`;
  try {
    const opened = await openDeal(context, dealId, options);
    const { deal, mark } = opened;
    name = deal.name;
    if (opened.invoiced)
      return {
        line: `${pc.dim("=")} ${name}: has invoice ${deal.billing.invoiceNumber ?? deal.billing.invoiceId} already`,
      };
    if (mark?.state === "begun")
      return {
        line: `${pc.yellow("?")} ${name}: an earlier run may have made its invoice; the next one looks for "${mark.reference}" first`,
      };
    const { payer, plan } = await planDealInvoice(context, opened, options);
    const contact = payer.xeroContactId
      ? "linked contact"
      : ((await searchContact(context, payer, options.customerMatch))?.Name ??
        "new contact");
    const { subtotal, tax, total } = plan.predicted;
    const untaxed = plan.linesWithoutTax
      ? pc.yellow(" (lines without an account: no tax yet)")
      : "";
    return {
      line: `${pc.green("+")} ${name}: to "${payer.name}" (${contact}), ${format(subtotal)} + ${format(tax)} tax = ${format(total)} ${deal.currency}${untaxed}`,
    };
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    return {
      line: `${pc.yellow("–")} ${name}: ${error.message}`,
      failed: error.kind === "server" || error.kind === "rateLimit",
    };
  }
}

/** Writing goes through the app itself, as a Zap would; where Zapier would run a throttled step again, this waits. */
async function invoice(
  dealId: string,
  step: Record<string, string | undefined>,
  authData: Record<string, string>,
  zapier: Zapier,
): Promise<Outcome> {
  const inputData = { ...step, deal_id: dealId };
  try {
    const { message, outcome } = await zapier.run<InvoiceOutput>(
      "creates",
      "create_invoice_from_deal",
      { authData, inputData },
    );
    const made = outcome === "created" ? pc.green("✓") : pc.dim("=");
    return { line: `${made} ${message}` };
  } catch (error) {
    const seconds = throttledFor(error);
    if (seconds !== undefined && seconds <= 120) {
      await sleep(seconds * 1000);
      return invoice(dealId, step, authData, zapier);
    }
    return {
      line: `${pc.yellow("–")} ${errorMessage(error)}`,
      failed: (error as Error).name !== "HaltedError",
    };
  }
}
