import { ConnectorError } from "@hubspot-xero/shared/error/connectorError";
import { readItems, type ItemsByCode } from "@hubspot-xero/shared/xero/items";
import {
  currencyCodes,
  readSettings,
  unknownCurrency,
  type XeroSettings,
} from "@hubspot-xero/shared/xero/settings";
import type {
  XeroAccount,
  XeroCurrency,
  XeroItem,
  XeroOrganisation,
  XeroTaxRate,
} from "@hubspot-xero/shared/xero/wire";
import { attempt } from "./attempt";
import { readList } from "./readList";

export interface OrganisationSettings {
  settings: XeroSettings;
  items: ItemsByCode;
}

/** What stands against an answer without its list: it is never taken for an empty one. */
export function listGiven(
  found: readonly unknown[] | undefined,
  record: string,
) {
  return attempt(() => {
    readList(found, record);
    return {};
  });
}

/** Xero's answers, as they came; currencies and items only where they were asked for. */
export interface Answers {
  Organisations?: XeroOrganisation[];
  Accounts?: XeroAccount[];
  Currencies?: XeroCurrency[];
  Items?: XeroItem[];
}

/**
 * What the mapping must know about an organisation, or why a document cannot be made there in its currency.
 * @param owner what is in that currency, for the message
 */
export function organisationSettings(
  answers: Answers,
  TaxRates: readonly XeroTaxRate[] | undefined,
  owner: string,
  currency?: string,
) {
  return attempt((): OrganisationSettings => {
    const { Organisations, Accounts, Currencies, Items } = answers;
    const organisation = Organisations?.[0];
    if (!organisation || !Accounts || !TaxRates)
      throw new ConnectorError(
        "server",
        "Xero's answer about the organisation could not be read. Run this scenario again: nothing is made twice.",
      );
    const settings = readSettings(organisation, Accounts, TaxRates);
    const currencies = currencyCodes(Currencies ?? []);
    if (
      currency &&
      currency !== settings.baseCurrency &&
      !currencies.includes(currency)
    )
      throw unknownCurrency(currency, owner, settings, currencies);
    return { settings, items: readItems(Items ?? []) };
  });
}
