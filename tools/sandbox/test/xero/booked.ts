import type { Credit } from "../../src/xero/settlementTypes";
import type { Invoice } from "../../src/xero/types";
import { approved, CITY } from "./tenant";
import type { Tenant } from "./tenant";

/** An approved invoice of 120.00 in the books. */
export function bookInvoice(
  { xero }: Tenant,
  line: object = {},
  more: object = {},
): Invoice {
  return xero.person().createInvoice(approved(line, more));
}

/** An approved credit note in the books, of 60.00 unless told. */
export function bookCreditNote({ xero }: Tenant, more: object = {}): Credit {
  return xero.person().createCreditNote({
    Type: "ACCRECCREDIT",
    Status: "AUTHORISED",
    Date: "2026-11-23",
    ...CITY,
    LineItems: [{ Description: "Refund", UnitAmount: 50, AccountCode: "200" }],
    ...more,
  });
}

/** One resource as the API answers it. */
export async function read(tenant: Tenant, path: string) {
  const answer = await tenant.call("GET", path);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body[path.split("/")[1]!][0];
}
