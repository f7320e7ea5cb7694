import type {
  Account,
  BrandingTheme,
  Contact,
  ContactGroup,
  CreditNote,
  Currency,
  Invoice,
  Item,
  LineItem,
  Organisation,
  Overpayment,
  Payment,
  Prepayment,
  RepeatingInvoice,
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
    ? IsNumber<T> extends true
      ? number
      : string
    : T extends readonly (infer Element)[]
      ? XeroWire<Element>[]
      : T extends object
        ? {
            [Key in keyof T & string as PascalCase<Key>]?: XeroWire<
              NonNullable<T[Key]>
            >;
          }
        : T;

/** The SDK puts an underscore before names that are reserved words: `_class` is `Class` on the wire. */
type PascalCase<Key extends string> = Key extends `_${infer Name}`
  ? Capitalize<Name>
  : Capitalize<Key>;

/** True for `number` itself and not for an enum, which the compiler also lets pass as a number. */
type IsNumber<T> =
  (<Probe>() => Probe extends T ? 1 : 2) extends <
    Probe,
  >() => Probe extends number ? 1 : 2
    ? true
    : false;

export type XeroAccount = XeroWire<Account>;
export type XeroBrandingTheme = XeroWire<BrandingTheme>;
export type XeroContact = XeroWire<Contact>;
export type XeroContactGroup = XeroWire<ContactGroup>;
export type XeroCreditNote = XeroWire<CreditNote>;
export type XeroCurrency = XeroWire<Currency>;
export type XeroInvoice = XeroWire<Invoice>;
export type XeroItem = XeroWire<Item>;
export type XeroLineItem = XeroWire<LineItem>;
export type XeroOrganisation = XeroWire<Organisation>;
export type XeroOverpayment = XeroWire<Overpayment>;
export type XeroPayment = XeroWire<Payment>;
export type XeroPrepayment = XeroWire<Prepayment>;
/** What a credit note, an overpayment and a prepayment tell alike, each with an id of its own. */
export type XeroCredit = XeroCreditNote &
  Pick<XeroOverpayment, "OverpaymentID"> &
  Pick<XeroPrepayment, "PrepaymentID">;
export type XeroRepeatingInvoice = XeroWire<RepeatingInvoice>;
export type XeroTaxRate = XeroWire<TaxRate>;
export type XeroTrackingCategory = XeroWire<TrackingCategory>;

/** An organisation that the connection may use; `tenantId` is what Xero-Tenant-Id carries. */
export interface XeroConnection {
  id: string;
  authEventId?: string;
  tenantId: string;
  tenantType: string;
  tenantName?: string;
  updatedDateUtc?: string;
}
