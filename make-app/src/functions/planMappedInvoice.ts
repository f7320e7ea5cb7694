import {
  predictMapped,
  readMappedStep,
} from "@hubspot-xero/shared/flows/mappedStep";
import type { Input } from "@hubspot-xero/shared/input/input";
import { readMappedInvoice } from "@hubspot-xero/shared/invoice/mappedInvoice";
import type { ItemsByCode } from "@hubspot-xero/shared/xero/items";
import { attempt, type Problem } from "./attempt";
import type { OrganisationSettings } from "./organisationSettings";
import { pickedDate } from "./pickedDate";
import { todayIn } from "./todayIn";

/** Make runs functions with the scenario's time zone: invoices are dated by it. */
interface Scenario {
  timezone?: string;
}

/** What can be said against the step itself, or what must be read to decide its invoice; nothing is sent before. */
export function checkMappedInvoice(
  this: Scenario,
  parameters: Input,
  now: Date | string,
) {
  return attempt(() => {
    const { customer, oncePerReference, itemCodes } =
      readMappedStep(parameters);
    const { currency, reference } = read(this, parameters, now, {});
    return {
      customer,
      currency,
      reference: oncePerReference ? reference : undefined,
      hasItems: itemCodes.length > 0,
    };
  });
}

/** The invoice of the mapped fields, decided to the cent, or why it cannot be made; nothing is written before. */
export function planMappedInvoice(
  this: Scenario,
  parameters: Input,
  organisation: OrganisationSettings | Problem,
  now: Date | string,
) {
  return attempt(() => {
    if ("problem" in organisation) return organisation;
    const invoice = read(this, parameters, now, organisation.items);
    return {
      invoice,
      predicted: predictMapped(invoice, organisation.settings),
      baseCurrency: organisation.settings.baseCurrency,
    };
  });
}

function read(
  { timezone: timeZone = "UTC" }: Scenario,
  parameters: Input,
  now: Date | string,
  items: ItemsByCode,
) {
  const { date, dueDate } = parameters;
  return readMappedInvoice(
    { ...parameters, date: pickedDate(date), dueDate: pickedDate(dueDate) },
    readMappedStep(parameters).options,
    {
      today: todayIn(timeZone, now),
      timeZone,
      items,
    },
  );
}
