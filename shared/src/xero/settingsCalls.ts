import type { XeroCalls } from "./call";
import type {
  XeroAccount,
  XeroBrandingTheme,
  XeroCurrency,
  XeroItem,
  XeroOrganisation,
  XeroTaxRate,
  XeroTrackingCategory,
} from "./wire";

/** How the organisation is set up: itself, accounts, tax rates, currencies, items and the rest. */
export function settingsCalls({ call, list }: XeroCalls) {
  return {
    async organisation(): Promise<XeroOrganisation> {
      const body = await call<{ Organisations?: XeroOrganisation[] }>(
        { method: "GET", path: "/Organisation" },
        "the organisation",
      );
      return body.Organisations?.[0] ?? {};
    },
    accounts: () => list<XeroAccount>("Accounts"),
    taxRates: () => list<XeroTaxRate>("TaxRates"),
    currencies: () => list<XeroCurrency>("Currencies"),
    items: () => list<XeroItem>("Items", { unitdp: 4 }),
    brandingThemes: () => list<XeroBrandingTheme>("BrandingThemes"),
    trackingCategories: () => list<XeroTrackingCategory>("TrackingCategories"),
  };
}
