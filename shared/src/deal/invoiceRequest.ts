import type { Instant } from "../date/calendarDate";
import type { HubspotObject } from "../hubspot/wire";

/** The property by which a person asks for a deal's invoice; it is cleared when the invoice is on the deal. */
export const INVOICE_REQUEST = "xero_invoice_request";
const WANTED = "create";

/** A standing request for a deal's invoice. */
export interface InvoiceRequest {
  /** Deal and instant of the request in one: asking again is another event. */
  id: string;
  dealId: string;
  requestedAt: Instant;
}

/**
 * The search for deals that ask for an invoice.
 * @param direction by when the deals changed last, which a request does
 * @param since only deals that changed from this instant on
 */
export function invoiceRequestSearch(
  direction: "ASCENDING" | "DESCENDING",
  since?: Instant,
) {
  const changed = "hs_lastmodifieddate";
  return {
    filterGroups: [
      {
        filters: [
          { propertyName: INVOICE_REQUEST, operator: "EQ", value: WANTED },
          ...(since
            ? [
                {
                  propertyName: changed,
                  operator: "GTE",
                  value: String(Date.parse(since)),
                },
              ]
            : []),
        ],
      },
    ],
    sorts: [{ propertyName: changed, direction }],
    properties: [INVOICE_REQUEST],
  };
}

/**
 * The request that stands on a deal which was read with the property's history; undefined where there is none any more,
 * as with a search that lags. Its instant is that of the property's change: the deal's own last change moves with every
 * edit, and would make one request many.
 */
export function readInvoiceRequest(
  wire: HubspotObject,
): InvoiceRequest | undefined {
  const history = wire.propertiesWithHistory?.[INVOICE_REQUEST] ?? [];
  const ended = history.findIndex(({ value }) => value !== WANTED);
  // Set again while it stood, it is still the same request: the newest come first.
  const [first] = history.slice(0, ended < 0 ? undefined : ended).slice(-1);
  if (!first) return undefined;
  const requestedAt = new Date(first.timestamp).toISOString();
  const id = `${wire.id}:request:${Date.parse(requestedAt)}`;
  return { id, dealId: wire.id, requestedAt };
}
