import { createHash } from "node:crypto";
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
import { createHubspotClient } from "@hubspot-xero/shared/hubspot/client";
import {
  readDealInvoiceOptions,
  type DealInvoiceOptions,
} from "@hubspot-xero/shared/invoice/options";
import { format } from "@hubspot-xero/shared/money/decimal";
import { createMemoryCache } from "@hubspot-xero/shared/transport/cache";
import { createXeroClient } from "@hubspot-xero/shared/xero/client";
import {
  listXeroConnections,
  newestFirst,
} from "@hubspot-xero/shared/xero/connections";
import { readHosts } from "../../../zapier-app/src/http/hosts";
import { createFetchSend, readOnly } from "./fetchSend";
import { errorMessage, loadZapier } from "./zapier";

/** Reads the real accounts, shows what would be invoiced, and invoices it through the Zapier app when told to write. */
export async function runLive({ write }: { write: boolean }): Promise<void> {
  const tokens = {
    hubspot: needed("HUBSPOT_SERVICE_KEY"),
    xero: needed("XERO_ACCESS_TOKEN"),
  };
  const stageId = process.env["HUBSPOT_STAGE_ID"] ?? "closedwon";
  const step = {
    invoice_status: process.env["XERO_INVOICE_STATUS"] ?? "DRAFT",
    account_code: process.env["XERO_ACCOUNT_CODE"],
    tax_type: process.env["XERO_TAX_TYPE"],
    due_in_days: process.env["XERO_DUE_IN_DAYS"] ?? "30",
  };
  const send = readOnly(createFetchSend(readHosts(), tokens));
  const [first] = newestFirst(await listXeroConnections(send));
  const tenantId = process.env["XERO_ORGANISATION_ID"] ?? first?.tenantId ?? "";
  const context: Context = {
    hubspot: createHubspotClient({ send }),
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
  const options = readDealInvoiceOptions({
    invoiceStatus: step.invoice_status,
    accountCode: step.account_code,
    taxType: step.tax_type,
    dueInDays: step.due_in_days,
  });
  for (const dealId of dealIds) {
    console.log(await preview(context, dealId, options));
    if (write) console.log(await invoice(dealId, step, tokens, tenantId));
  }
  if (!write)
    console.log("\nNothing was written. Add --write to create the invoices.");
}

async function preview(
  context: Context,
  dealId: string,
  options: DealInvoiceOptions,
): Promise<string> {
  let name = `Deal ${dealId}`;
  try {
    const opened = await openDeal(context, dealId, options);
    const { deal, mark } = opened;
    name = deal.name;
    if (opened.invoiced)
      return `${pc.dim("=")} ${deal.name}: has invoice ${deal.billing.invoiceNumber ?? deal.billing.invoiceId} already`;
    if (mark?.state === "begun")
      return `${pc.yellow("?")} ${deal.name}: an earlier run may have made its invoice; the next one looks for "${mark.reference}" first`;
    const { payer, plan } = await planDealInvoice(context, opened, options);
    const contact = payer.xeroContactId
      ? "linked contact"
      : ((await searchContact(context, payer, options.customerMatch))?.Name ??
        "new contact");
    const { subtotal, tax, total } = plan.predicted;
    return `${pc.green("+")} ${deal.name}: ${plan.invoice.lines.length} lines to "${payer.name}" (${contact}), ${format(subtotal)} + ${format(tax)} tax = ${format(total)} ${deal.currency}`;
  } catch (error) {
    if (error instanceof ConnectorError)
      return `${pc.yellow("–")} ${name}: ${error.message}`;
    throw error;
  }
}

/** Writing goes through the app itself, as a Zap would. */
async function invoice(
  dealId: string,
  step: Record<string, string | undefined>,
  tokens: { hubspot: string; xero: string },
  organisationId: string,
): Promise<string> {
  const authData = {
    hubspot_token: tokens.hubspot,
    access_token: tokens.xero,
    organisation_id: organisationId,
  };
  try {
    const { message } = await loadZapier().run<{ message: string }>(
      "creates",
      "create_invoice_from_deal",
      { authData, inputData: { ...step, deal_id: dealId } },
    );
    return `  ${pc.green("✓")} ${message}`;
  } catch (error) {
    return `  ${pc.yellow("–")} ${errorMessage(error)}`;
  }
}

function needed(name: string): string {
  const value = process.env[name]?.trim();
  if (value) return value;
  throw new Error(
    `${name} is not set. A live run needs HUBSPOT_SERVICE_KEY and XERO_ACCESS_TOKEN in the environment; see "Real accounts" in README.md.`,
  );
}
