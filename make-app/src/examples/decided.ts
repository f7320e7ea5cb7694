import type { HubspotObject } from "@hubspot-xero/shared/hubspot/wire";
import { readInvoice } from "@hubspot-xero/shared/invoice/readInvoice";
import { dealForBilling } from "../functions/dealForBilling";
import { openDeal, type DealToBill } from "../functions/openDeal";
import {
  organisationSettings,
  type OrganisationSettings,
} from "../functions/organisationSettings";
import { planDealInvoice } from "../functions/planDealInvoice";
import {
  account,
  company,
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
