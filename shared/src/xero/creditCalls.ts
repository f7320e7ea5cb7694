import {
  readSalesCredit,
  salesType,
  typeName,
  type Credit,
  type CreditType,
} from "../allocation/credit";
import type { CalendarDate } from "../date/calendarDate";
import { isNotFound } from "../error/connectorError";
import { quoteForWhere } from "../text/text";
import type { XeroCalls } from "./call";
import type { XeroCredit } from "./wire";

/** Where each type of credit is found. */
export const CREDIT_COLLECTIONS = {
  credit_note: "CreditNotes",
  overpayment: "Overpayments",
  prepayment: "Prepayments",
} as const satisfies Record<CreditType, string>;

const MOST_CHOICES = 100;

/** The newest of a type that customers can still use: how they are asked for. */
export function openCreditsQuery(type: CreditType) {
  return {
    where: `Type==${quoteForWhere(salesType(type))} AND Status=="AUTHORISED"`,
    order: "Date DESC",
    page: 1,
    pageSize: MOST_CHOICES,
  };
}

/** Credit notes, overpayments and prepayments alike, as what can be set against invoices. */
export function creditCalls({ call, list }: XeroCalls) {
  return {
    /**
     * A customer's credit with what it was set against, by its id, or the number of a credit note.
     * @throws ConnectorError `notFound` where there is none, or it is a supplier's
     */
    async getCredit(type: CreditType, idOrNumber: string): Promise<Credit> {
      const collection = CREDIT_COLLECTIONS[type];
      const path = `/${collection}/${encodeURIComponent(idOrNumber)}`;
      const record = `${typeName(type)} ${idOrNumber}`;
      const found = await call<{ [Key in typeof collection]?: XeroCredit[] }>(
        { method: "GET", path, query: { unitdp: 4 } },
        record,
      ).then(
        (body) => body[collection] ?? [],
        (error: unknown) => {
          if (isNotFound(error)) return undefined;
          throw error;
        },
      );
      return readSalesCredit(type, found, idOrNumber);
    },

    /** The newest of a type that customers can still use, for a list to choose from. */
    openCredits: (type: CreditType) =>
      list<XeroCredit>(CREDIT_COLLECTIONS[type], openCreditsQuery(type)),

    /**
     * Sets a part of a credit against an invoice. Xero refuses what exceeds the amounts left; with a key it answers a
     * repeat within 6 minutes from its cache.
     */
    async allocate(
      { type, id }: Pick<Credit, "type" | "id">,
      allocation: { Invoice: object; Amount: number; Date: CalendarDate },
      record: string,
      idempotencyKey?: string,
    ): Promise<void> {
      await call(
        {
          method: "PUT",
          path: `/${CREDIT_COLLECTIONS[type]}/${id}/Allocations`,
          ...(idempotencyKey && {
            headers: { "Idempotency-Key": idempotencyKey },
          }),
          body: { Allocations: [allocation] },
        },
        record,
      );
    },
  };
}
