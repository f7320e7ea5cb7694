import type { HubspotObject } from "@hubspot-xero/shared/hubspot/wire";
import { readInvoice } from "@hubspot-xero/shared/invoice/readInvoice";
import { chooseDeals } from "../functions/chooseDeals";
import { dealForBilling } from "../functions/dealForBilling";
import type { DealRows } from "../functions/dealRows";
import { dealsInvoiced, invoiceBatches } from "../functions/dealsInvoiced";
import { dealsMatched } from "../functions/dealsMatched";
import { dealsPlanned } from "../functions/dealsPlanned";
import { dealsWithContacts } from "../functions/dealsWithContacts";
import { openDeal, type DealToBill } from "../functions/openDeal";
import {
  organisationSettings,
  type OrganisationSettings,
} from "../functions/organisationSettings";
import { planDealInvoice } from "../functions/planDealInvoice";
import {
  account,
  company,
  contact,
  deal,
  invoice,
  line,
  NOW,
  person,
  settings,
  step,
} from "./records";

/** What the functions decide of the invented records, one after another, as modules hand it on. */

export const opened = openDeal(
  deal as HubspotObject,
  account,
  {},
) as DealToBill;

export const { billing } = dealForBilling(
  opened,
  account.timeZone,
  NOW,
  [line],
  company,
  [person],
).output;

export const { TaxRates, ...answers } = settings;

export const organisation = organisationSettings(
  answers,
  TaxRates,
  "The deal",
  "GBP",
) as OrganisationSettings;

export const plan = planDealInvoice({ ...step, billing }, organisation, NOW);

/** The invoice as modules hand it from one to the other. */
export const stored = readInvoice(invoice);

/** The same deal among many, as one answer after another is added. */
export const inBatch = {
  ...billing,
  begun: { ...billing.begun, batch: "make" },
};

export const chosen = chooseDeals(
  { ...step, deals: [{ billing: inBatch }] },
  NOW,
) as DealRows;

export const planned = dealsPlanned(
  chosen,
  answers,
  TaxRates,
  step,
  NOW,
) as DealRows;

export const matched = dealsMatched(planned, [], step) as DealRows;

export const ready = dealsWithContacts(matched, [
  { ...contact, ContactNumber: "hubspot-company-501" },
]) as DealRows;

export const [batch] = invoiceBatches(ready, "6b8f2d1e");

export const invoiced = dealsInvoiced(ready, batch!, [invoice]) as DealRows;
