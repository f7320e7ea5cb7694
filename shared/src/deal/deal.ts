import type { Instant } from "../date/calendarDate";
import type { HubspotAccount, HubspotObject } from "../hubspot/wire";
import { parseDecimal, type Decimal } from "../money/decimal";
import { readRepeatingMark, type RepeatingMark } from "./repeatingMark";
import { readSyncMark, type SyncMark } from "./syncMark";

/** A HubSpot deal, as far as billing is concerned. */
export interface Deal {
  id: string;
  name: string;
  url: string;
  /** In `currency`; independent of the line items' sum. */
  amount?: Decimal;
  /** ISO 4217; the account's own currency where the deal names none. */
  currency: string;
  /** HubSpot's own, of the account. */
  companyCurrency?: string;
  /** HubSpot's: units of the company currency for one unit of the deal's. */
  exchangeRate?: Decimal;
  amountInCompanyCurrency?: Decimal;
  pipelineId?: string;
  stageId?: string;
  closeDate?: Instant;
  ownerId?: string;
  companies: { id: string; primary: boolean }[];
  contactIds: string[];
  lineItemIds: string[];
  /** What the connector wrote on the deal, as it stands there. */
  billing: DealBilling;
}

export interface DealBilling {
  invoiceId?: string;
  invoiceNumber?: string;
  status?: string;
  url?: string;
  total?: string;
  dueDate?: string;
  mark?: SyncMark;
  /** The repeating invoices that were ever made from the deal, ended ones included. */
  repeatingIds?: string[];
  repeatingMark?: RepeatingMark;
}

/** Reads a deal fetched with its associations. */
export function readDeal(wire: HubspotObject, account: HubspotAccount): Deal {
  const value = (name: string) => wire.properties[name] || undefined;
  const name = value("dealname") ?? `Deal ${wire.id}`;
  const { companyCurrency } = account;
  const currency = value("deal_currency_code") ?? companyCurrency;
  return {
    id: wire.id,
    name,
    url: recordUrl(account, "0-3", wire.id),
    amount: readAmount(value("amount")),
    currency,
    companyCurrency,
    exchangeRate:
      currency === companyCurrency
        ? ("1" as Decimal)
        : readAmount(value("hs_exchange_rate")),
    amountInCompanyCurrency: readAmount(value("amount_in_home_currency")),
    pipelineId: value("pipeline"),
    stageId: value("dealstage"),
    closeDate: value("closedate"),
    ownerId: value("hubspot_owner_id"),
    companies: readCompanies(wire),
    contactIds: associatedIds(wire, "contacts"),
    lineItemIds: [
      ...associatedIds(wire, "line items"),
      ...associatedIds(wire, "line_items"),
    ],
    billing: readBilling(wire.properties),
  };
}

/** What the connector wrote on a deal. */
export function readBilling(
  properties: HubspotObject["properties"],
): DealBilling {
  const value = (name: string) => properties[name] || undefined;
  return {
    invoiceId: value("xero_invoice_id"),
    invoiceNumber: value("xero_invoice_number"),
    status: value("xero_invoice_status"),
    url: value("xero_invoice_url"),
    total: value("xero_invoice_total"),
    dueDate: value("xero_due_date"),
    mark: readSyncMark(value("xero_sync_mark")),
    repeatingIds: readRepeatingIds(value("xero_repeating_invoice_id")),
    repeatingMark: readRepeatingMark(value("xero_repeating_mark")),
  };
}

/** The address of a record in HubSpot; `objectTypeId` is 0-1 for contacts, 0-2 for companies, 0-3 for deals. */
function recordUrl(
  account: HubspotAccount,
  objectTypeId: string,
  id: string,
): string {
  return `https://${account.uiDomain}/contacts/${account.portalId}/record/${objectTypeId}/${id}`;
}

/** Several ids stand in one text, with commas between them; undefined where there is none. */
export function readRepeatingIds(
  text: string | undefined,
): string[] | undefined {
  const ids = (text ?? "").split(/[\s,]+/).filter(Boolean);
  return ids.length > 0 ? ids : undefined;
}

/** An amount that is no plain number counts as none: the lines are what is billed. */
function readAmount(text: string | undefined): Decimal | undefined {
  try {
    return text === undefined ? undefined : parseDecimal(text);
  } catch {
    return undefined;
  }
}

/** The same id comes once for each label of the association. */
function associatedIds(wire: HubspotObject, key: string): string[] {
  const results = wire.associations?.[key]?.results ?? [];
  return [...new Set(results.map(({ id }) => id))];
}

/** `deal_to_company` marks the primary company; labels and unlabelled links have other type names. */
function readCompanies(wire: HubspotObject): Deal["companies"] {
  const results = wire.associations?.["companies"]?.results ?? [];
  const primary = results.find(({ type }) => type === "deal_to_company")?.id;
  return associatedIds(wire, "companies").map((id) => ({
    id,
    primary: id === primary,
  }));
}
