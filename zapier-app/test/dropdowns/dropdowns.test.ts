import { creditNote } from "../fixtures/changes";
import { PIPELINES, pipelinesReply } from "../fixtures/hubspot";
import { vendors, type Reply } from "../fixtures/vendors";
import { accountsReply, itemsReply, taxRatesReply } from "../fixtures/xero";
import { define } from "../fixtures/definition";
import { newZap, TENANT } from "../fixtures/zap";

type Row = [id: string, name: string];

/** Pipelines and stages that nobody can choose any more, beside those that somebody can. */
const withArchived: Reply = {
  call: PIPELINES,
  body: {
    results: [
      { id: "default", label: "Sales Pipeline", archived: false, stages: [] },
      {
        id: "2034",
        label: "Renewals",
        archived: false,
        stages: [
          { id: "9917", label: "Renewed", archived: false },
          { id: "9918", label: "Lapsed", archived: true },
        ],
      },
      { id: "2035", label: "Old", archived: true, stages: [] },
    ],
  },
};

/** Each dropdown: what the vendor has, and what people can choose. */
const CASES: [key: string, reply: Reply, choices: Row[], input?: object][] = [
  [
    "organisation_list",
    {
      call: "GET xero /connections",
      body: [
        { tenantId: TENANT, tenantType: "ORGANISATION", tenantName: "Demo" },
        { tenantId: "p", tenantType: "PRACTICE", tenantName: "Accountants" },
        { tenantId: "nameless", tenantType: "ORGANISATION" },
      ],
    },
    [
      [TENANT, "Demo"],
      ["nameless", "nameless"],
    ],
  ],
  [
    "pipeline_list",
    pipelinesReply,
    [
      ["default", "Sales Pipeline"],
      ["2034", "Renewals"],
    ],
  ],
  [
    "stage_list",
    pipelinesReply,
    [
      ["contractsent", "Contract Sent"],
      ["closedwon", "Closed won"],
    ],
    { pipeline_id: "default" },
  ],
  [
    // before a pipeline is chosen
    "stage_list",
    pipelinesReply,
    [
      ["contractsent", "Contract Sent"],
      ["closedwon", "Closed won"],
      ["9917", "Renewed"],
    ],
  ],
  [
    // neither archived accounts nor those of another class
    "revenue_account_list",
    accountsReply,
    [
      ["200", "200 Sales"],
      ["260", "260 Other Revenue"],
    ],
  ],
  [
    // neither archived rates nor those for purchases
    "tax_rate_list",
    taxRatesReply,
    [
      ["OUTPUT2", "20% (VAT on Income) (20%)"],
      ["RROUTPUT", "5% (VAT on Income) (5%)"],
      ["ZERORATEDOUTPUT", "Zero Rated Income (0%)"],
    ],
  ],
  [
    "pipeline_list",
    withArchived,
    [
      ["default", "Sales Pipeline"],
      ["2034", "Renewals"],
    ],
  ],
  ["stage_list", withArchived, [["9917", "Renewed"]], { pipeline_id: "2034" }],
  [
    "hubspot_tax_rate_list",
    {
      call: "GET hubspot /tax-rates/tax-rates",
      body: {
        results: [
          { id: "9001", name: "VAT", percentageRate: 20 },
          { id: "9002", name: "Reduced VAT", percentageRate: 5 },
        ],
      },
    },
    [
      ["9001", "VAT (20%)"],
      ["9002", "Reduced VAT (5%)"],
    ],
  ],
  [
    // of the chosen type, and only customers'
    "credit_list",
    {
      call: "GET xero /CreditNotes",
      body: {
        CreditNotes: [
          creditNote({ Status: "AUTHORISED", RemainingCredit: 20 }),
          creditNote({ CreditNoteID: "note-2", Type: "ACCPAYCREDIT" }),
        ],
      },
    },
    [["note-1", "CN-0007 Harbour & Finch: 20.00 GBP left (2026-11-21)"]],
    { credit_type: "credit_note" },
  ],
  [
    "branding_theme_list",
    {
      call: "GET xero /BrandingThemes",
      body: {
        BrandingThemes: [{ BrandingThemeID: "theme-1", Name: "Special" }],
      },
    },
    [["theme-1", "Special"]],
  ],
  [
    "tracking_option_list",
    {
      call: "GET xero /TrackingCategories",
      body: {
        TrackingCategories: [
          {
            TrackingCategoryID: "c1",
            Name: "Region",
            Options: [
              { TrackingOptionID: "o1", Name: "North" },
              { TrackingOptionID: "o2", Name: "South" },
            ],
          },
          { TrackingCategoryID: "c2", Name: "Empty", Options: [] },
        ],
      },
    },
    [
      ["c1/o1", "Region: North"],
      ["c1/o2", "Region: South"],
    ],
  ],
  [
    "currency_list",
    {
      call: "GET xero /Currencies",
      body: {
        Currencies: [
          { Code: "GBP", Description: "British Pound" },
          { Code: "EUR" },
        ],
      },
    },
    [
      ["GBP", "GBP British Pound"],
      ["EUR", "EUR"],
    ],
  ],
  [
    // items that are not sold stay out; one without a name goes by its code
    "item_list",
    itemsReply,
    [
      ["DESIGN", "DESIGN Design sprint"],
      ["HOURS", "HOURS"],
    ],
  ],
];

it.each(CASES)(
  "%s asks once and offers values with their names",
  async (key, reply, choices, input = {}) => {
    const wire = vendors(reply);
    const rows = await newZap().trigger(key, input as Record<string, unknown>, {
      isFillingDynamicDropdown: true,
    });
    expect(rows).toEqual(choices.map(([id, name]) => ({ id, name })));
    expect(wire.calls()).toEqual([reply.call]);
  },
);

it("every dropdown of the app is among these", async () => {
  const { triggers } = await define();
  const hidden = Object.values(triggers).filter(
    ({ display }) => display.hidden,
  );
  expect(hidden.map(({ key }) => key).sort()).toEqual(
    [...new Set(CASES.map(([key]) => key))].sort(),
  );
});
