import type { ObjectSeed } from "../hubspot/types";
import { COMPANY, CONTACT } from "./customers";
import { TAX } from "./portal";

const DEAL_TO_COMPANY_PRIMARY = 5;
const DEAL_TO_CONTACT = 3;
const DEAL_TO_LINE_ITEM = 19;

/** Every deal of the seed, by what it is there to show. */
export const DEAL = {
  website: "49301844761",
  brand: "49301844762",
  photography: "49301844763",
  campaign: "49301844764",
  email: "49301844765",
  usLaunch: "49301844766",
  placements: "49301844767",
  twoContacts: "49301844768",
  archivedContact: "49301844769",
  euroDeal: "49301844770",
  noLines: "49301844771",
  tiered: "49301844772",
  noPayer: "49301844773",
  seoRetainer: "49301844774",
  socialRetainer: "49301844775",
  training: "49301844776",
  openPitch: "49301844777",
};

/** The deals that the main job moves into Closed Won. */
export const WON_DEALS = [
  DEAL.website,
  DEAL.brand,
  DEAL.photography,
  DEAL.campaign,
  DEAL.email,
  DEAL.usLaunch,
  DEAL.placements,
  DEAL.twoContacts,
  DEAL.archivedContact,
  DEAL.euroDeal,
  DEAL.noLines,
  DEAL.tiered,
  DEAL.noPayer,
];

type Line = Record<string, string>;

let nextLineId = 61740293000;

export const dealObjects: ObjectSeed[] = [
  ...deal(DEAL.website, "Website relaunch", {
    company: COMPANY.harbour,
    contacts: [CONTACT.priya],
    lines: [
      line("Discovery workshop", "2", "850.00"),
      line("Design sprint", "5", "1000", {
        hs_discount_percentage: "10",
        hs_sku: "DESIGN",
      }),
      line("Hosting set-up", "1", "240.00"),
    ],
  }),
  ...deal(DEAL.brand, "Brand refresh", {
    company: COMPANY.aozora,
    contacts: [CONTACT.tanaka],
    lines: [
      line("Art direction, hours", "40", "95.50", { discount: "5.25" }),
      line("Print proofs", "3", "33.335"),
    ],
  }),
  ...deal(DEAL.photography, "Product photography", {
    company: COMPANY.corner,
    contacts: [CONTACT.abel],
    lines: [
      line("Half-day in the studio, 1st third", "1", "33.335"),
      line("Half-day in the studio, 2nd third", "1", "33.335"),
      line("Half-day in the studio, 3rd third", "1", "33.335"),
    ],
  }),
  ...deal(DEAL.campaign, "Winter campaign", {
    company: COMPANY.northwind,
    contacts: [CONTACT.ines],
    lines: [
      line("Campaign concept", "1", "1250.00", {
        hs_tax_rate_group_id: TAX.standard,
      }),
      line("Children's book, print run", "200", "4.995", {
        hs_tax_rate_group_id: TAX.zero,
      }),
      line("Energy-saving audit", "1", "385.40", {
        hs_tax_rate_group_id: TAX.reduced,
      }),
    ],
  }),
  ...deal(DEAL.email, "E-mail newsletter", {
    company: COMPANY.brightside,
    contacts: [CONTACT.jo],
    lines: [
      line("E-mails sent", "1000", "0.061171"),
      line("Template variants", "7", "19.99", {
        hs_discount_percentage: "12.5",
      }),
    ],
  }),
  ...deal(DEAL.usLaunch, "US launch film", {
    contacts: [CONTACT.maria],
    currency: "USD",
    lines: [
      line("Film edit, days", "12", "1150.75", {
        hs_tax_rate_group_id: TAX.zero,
      }),
    ],
  }),
  ...deal(DEAL.placements, "Media placements, November", {
    company: COMPANY.meridian,
    contacts: [CONTACT.jordan],
    lines: Array.from({ length: 120 }, (_, index) =>
      line(`Placement ${String(index + 1).padStart(3, "0")}`, "3", "4.17"),
    ),
  }),
  ...deal(DEAL.twoContacts, "Show-home signage", {
    company: COMPANY.twins,
    contacts: [CONTACT.tom],
    lines: [line("Sign design", "4", "310.00")],
  }),
  ...deal(DEAL.archivedContact, "Label redesign", {
    company: COMPANY.oldMill,
    contacts: [CONTACT.agnes],
    lines: [line("Bottle labels", "6", "180.00")],
  }),
  ...deal(DEAL.euroDeal, "Buchmesse stand", {
    company: COMPANY.rhein,
    contacts: [CONTACT.klaus],
    currency: "EUR",
    lines: [line("Stand design", "1", "5200.00")],
  }),
  ...deal(DEAL.noLines, "Prospectus", {
    company: COMPANY.fernhill,
    contacts: [CONTACT.sam],
    amount: "2750.00",
    lines: [],
  }),
  ...deal(DEAL.tiered, "Seat licences", {
    company: COMPANY.fernhill,
    contacts: [CONTACT.sam],
    lines: [
      line("Design system seats", "25", "", {
        hs_pricing_model: "graduated",
        hs_tier_ranges: "1-10;11-50",
        hs_tier_prices: "12;9",
      }),
    ],
  }),
  ...deal(DEAL.noPayer, "Walk-in logo", {
    lines: [line("Logo", "1", "450.00")],
  }),
  ...deal(DEAL.seoRetainer, "SEO retainer", {
    pipeline: "710021",
    stage: "710023",
    company: COMPANY.harbour,
    contacts: [CONTACT.priya],
    lines: [
      line("SEO, monthly", "1", "900.00", {
        recurringbillingfrequency: "monthly",
        hs_recurring_billing_period: "P12M",
      }),
    ],
  }),
  ...deal(DEAL.socialRetainer, "Social media retainer", {
    pipeline: "710021",
    stage: "710022",
    company: COMPANY.brightside,
    contacts: [CONTACT.jo],
    lines: [
      line("Social media, quarterly", "1", "2400.00", {
        recurringbillingfrequency: "quarterly",
        hs_recurring_billing_period: "P24M",
      }),
    ],
  }),
  ...deal(DEAL.training, "Brand training day", {
    pipeline: "710031",
    stage: "710032",
    company: COMPANY.fernhill,
    contacts: [CONTACT.sam],
    lines: [line("Training day", "1", "1200.00")],
  }),
  ...deal(DEAL.openPitch, "Annual report pitch", {
    stage: "presentationscheduled",
    company: COMPANY.northwind,
    contacts: [CONTACT.ines],
    lines: [line("Annual report", "1", "8600.00")],
  }),
];

function line(
  name: string,
  quantity: string,
  price: string,
  more: Line = {},
): Line {
  return { name, quantity, ...(price && { price }), ...more };
}

function deal(
  id: string,
  dealname: string,
  options: {
    company?: string;
    contacts?: string[];
    lines: Line[];
    amount?: string;
    currency?: string;
    pipeline?: string;
    stage?: string;
  },
): ObjectSeed[] {
  const lines = options.lines.map((properties, index): ObjectSeed => ({
    type: "line_items",
    id: String((nextLineId += 1)),
    properties: { ...properties, hs_position_on_quote: String(index) },
  }));
  const link = (type: string, to: string, typeId: number) => ({
    to: { type, id: to },
    typeId,
  });
  return [
    ...lines,
    {
      type: "deals",
      id,
      properties: {
        dealname,
        pipeline: options.pipeline ?? "default",
        dealstage: options.stage ?? "contractsent",
        deal_currency_code: options.currency ?? "GBP",
        hubspot_owner_id: "118204533",
        ...(options.amount && { amount: options.amount }),
      },
      associations: [
        ...(options.company
          ? [link("companies", options.company, DEAL_TO_COMPANY_PRIMARY)]
          : []),
        ...(options.contacts ?? []).map((contact) =>
          link("contacts", contact, DEAL_TO_CONTACT),
        ),
        ...lines.map((item) => link("line_items", item.id, DEAL_TO_LINE_ITEM)),
      ],
    },
  ];
}
