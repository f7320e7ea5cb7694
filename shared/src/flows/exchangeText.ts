import type { Deal } from "../deal/deal";
import { inBaseCurrency } from "../invoice/exchange";
import type { StoredInvoice } from "../invoice/readInvoice";
import { moneyText } from "../money/currency";

/**
 * What an invoice in another currency is worth in the organisation's own, and the rates of both vendors, as sentences;
 * empty for one in the base currency. The rates run opposite ways: Xero's counts units of the invoice's currency,
 * HubSpot's units of the company currency.
 */
export function exchangeText(
  { total, currency, currencyRate }: StoredInvoice,
  baseCurrency: string | undefined,
  deal?: Pick<Deal, "currency" | "companyCurrency" | "exchangeRate">,
): string {
  if (!baseCurrency || !currencyRate || currency === baseCurrency) return "";
  const inBase = inBaseCurrency(total, currencyRate, baseCurrency);
  const xero = inBase
    ? ` That is ${moneyText(inBase, baseCurrency)} at Xero's rate of ${currencyRate} ${currency} for 1 ${baseCurrency}.`
    : "";
  const hubspot =
    deal?.exchangeRate && deal.currency !== deal.companyCurrency
      ? ` HubSpot counts 1 ${deal.currency} as ${deal.exchangeRate} ${deal.companyCurrency}.`
      : "";
  return `${xero}${hubspot}`;
}
