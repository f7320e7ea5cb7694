import { validation } from "@hubspot-xero/shared/error/connectorError";
import { readOptions } from "@hubspot-xero/shared/flows/forecastRevenue";
import { historySince } from "@hubspot-xero/shared/flows/receivables";
import { forecastEnd } from "@hubspot-xero/shared/forecast/forecastMonths";
import { cutNote } from "@hubspot-xero/shared/forecast/pipelineDeal";
import type { BillingTerms } from "@hubspot-xero/shared/forecast/receipt";
import type { Input } from "@hubspot-xero/shared/input/input";
import { paidSalesInvoices } from "@hubspot-xero/shared/xero/salesInvoiceLists";
import { attempt } from "./attempt";
import type { SearchedDeal } from "./openDeals";
import { todayIn } from "./todayIn";

/** Make runs functions with the scenario's time zone; a forecast without deals is dated by it. */
interface Scenario {
  timezone?: string;
}

/** What is to be forecast. */
export interface ForecastWanted {
  today: string;
  until: string;
  months: number;
  terms: BillingTerms;
  deals: SearchedDeal[];
  notes: string[];
  /** How the invoices are asked for that tell when customers pay. */
  paid: ReturnType<typeof paidSalesInvoices>;
}

/** What is forecast from which deals, before Xero is asked for anything. */
export function forecastWanted(
  this: Scenario,
  parameters: Input,
  now: Date | string,
) {
  return attempt((): ForecastWanted => {
    const { months, terms } = readOptions(parameters);
    const deals = readRows(parameters["deals"]);
    const timeZone = deals[0]?.search.timeZone ?? this.timezone ?? "UTC";
    const today = todayIn(timeZone, now);
    const until = forecastEnd(today, months);
    const other = deals.find(({ search }) => search.until !== until);
    if (other)
      throw validation(
        `The open deals were searched until ${other.search.until} and the forecast is until ${until}. Choose the same number of months in both modules, and run this scenario again.`,
      );
    return {
      ...{ today, until, months, terms, deals },
      notes: notesOn(deals),
      paid: paidSalesInvoices(historySince(today)),
    };
  });
}

/** Deals may come from several searches. */
function notesOn(deals: readonly SearchedDeal[]): string[] {
  if (deals.length === 0)
    return ["No open deals were given: the forecast is of invoices alone."];
  const cut = deals.flatMap(({ search: { total, most } }) =>
    cutNote(total, most),
  );
  return [...new Set(cut)];
}

/** Each deal once. Rows are what people map: they may be anything. */
function readRows(given: unknown): SearchedDeal[] {
  const rows: unknown[] =
    given === undefined || given === null ? [] : [given].flat();
  const deals = rows.map(readRow).map((deal) => [deal.id, deal] as const);
  return [...new Map(deals).values()];
}

/** An array aggregator wraps each of its rows. */
function readRow(row: unknown): SearchedDeal {
  const wrapped = row as Partial<SearchedDeal> & { deal?: SearchedDeal };
  const deal = wrapped?.deal ?? wrapped;
  if (deal?.search?.until) return deal as SearchedDeal;
  throw validation(
    'Open deals hold no deal data. Collect the deal data of the module "Search open deals" in an array aggregator, and map its array.',
  );
}
