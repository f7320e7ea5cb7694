import { choice, text, type Input } from "../input/input";
import { format } from "../money/decimal";
import type { XeroCredit } from "../xero/wire";
import {
  CREDIT_TYPES,
  isSalesCredit,
  readCredit,
  type CreditType,
} from "./credit";

/** The type whose credits a list offers; undefined as long as none is chosen. */
export function chosenCreditType(input: Input): CreditType | undefined {
  return text(input, "creditType")
    ? choice(input, "creditType", CREDIT_TYPES, "credit_note")
    : undefined;
}

/** Credits to choose from: `CN-0007 Harbour & Finch Ltd: 60.00 GBP left (2026-11-23)`. */
export function creditChoices(
  type: CreditType,
  wires: readonly XeroCredit[],
): { id: string; name: string }[] {
  return wires
    .filter((wire) => isSalesCredit(type, wire))
    .map((wire) => readCredit(type, wire))
    .filter(({ id }) => id)
    .map(({ id, number, customerName, remaining, currency, date }) => ({
      id,
      name: `${[number, customerName].filter(Boolean).join(" ")}: ${format(remaining)} ${currency ?? ""} left (${date ?? "no date"})`,
    }));
}
