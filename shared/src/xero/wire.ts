import type {
  Account,
  BrandingTheme,
  Contact,
  Currency,
  Invoice,
  Item,
  LineItem,
  Organisation,
  TaxRate,
  TrackingCategory,
} from "xero-node";

/**
 * The official SDK's camelCase models as they are on the wire: PascalCase keys,
 * dates as text, and every enum an open string, because Xero adds values long
 * before its SDKs know them.
 */
export type XeroWire<T> = T extends Date | string
  ? string
  : T extends number
    ? number extends T
      ? number
      : string
    : T extends readonly (infer Element)[]
      ? XeroWire<Element>[]
      : T extends object
        ? {
            [Key in keyof T & string as Capitalize<Key>]?: XeroWire<
              NonNullable<T[Key]>
            >;
          }
        : T;

export type XeroAccount = XeroWire<Account>;
export type XeroBrandingTheme = XeroWire<BrandingTheme>;
export type XeroContact = XeroWire<Contact>;
export type XeroCurrency = XeroWire<Currency>;
export type XeroInvoice = XeroWire<Invoice>;
export type XeroItem = XeroWire<Item>;
export type XeroLineItem = XeroWire<LineItem>;
export type XeroOrganisation = XeroWire<Organisation>;
export type XeroTaxRate = XeroWire<TaxRate>;
export type XeroTrackingCategory = XeroWire<TrackingCategory>;

/** An organisation that the connection may use; `tenantId` is what Xero-Tenant-Id carries. */
export interface XeroConnection {
  id: string;
  authEventId?: string;
  tenantId: string;
  tenantType: string;
  tenantName?: string;
}
