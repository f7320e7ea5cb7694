import type { LineItem } from "../../src/deal/lineItem";
import type { DealInvoiceOptions } from "../../src/invoice/options";
import type { PastStart } from "../../src/repeating/options";
import { planRepeating } from "../../src/repeating/planRepeating";
import { writeRepeatingInvoice } from "../../src/repeating/repeatingInvoice";
import {
  CONTACT_ID,
  d,
  deal,
  dealOptions,
  lineItem,
  settings,
} from "../builders";

const MONTHLY = { frequency: "monthly", startDate: "2026-12-01" };

function plan(
  lineItems: LineItem[],
  invoice: Partial<DealInvoiceOptions> = {},
  pastStart: PastStart = "refuse",
  lockedUntil?: string,
) {
  const options = {
    invoice: dealOptions(invoice),
    isSent: false,
    terms: { days: 30, type: "DAYSAFTERBILLDATE" } as const,
    pastStart,
  };
  const plans = planRepeating({
    deal: deal(),
    lineItems,
    options,
    settings: settings({ lockedUntil }),
    items: {},
    today: "2026-11-23",
  });
  return {
    plans,
    documents: plans.map((one) =>
      writeRepeatingInvoice(one, options, CONTACT_ID),
    ),
  };
}

const care = lineItem({ name: "Care", recurring: MONTHLY });

it("writes the whole repeating invoice, and predicts each of its invoices", () => {
  const { plans, documents } = plan(
    [{ ...care, recurring: { ...MONTHLY, period: "P12M" } }],
    {
      status: "AUTHORISED",
      reference: "Retainer",
      brandingThemeId: "theme-1",
      tracking: [{ categoryId: "category-1", optionId: "option-1" }],
    },
  );
  expect(documents).toEqual([
    {
      Type: "ACCREC",
      Status: "AUTHORISED",
      Contact: { ContactID: CONTACT_ID },
      Schedule: {
        Period: 1,
        Unit: "MONTHLY",
        DueDate: 30,
        DueDateType: "DAYSAFTERBILLDATE",
        StartDate: "2026-12-01",
        EndDate: "2027-11-01",
      },
      LineAmountTypes: "Exclusive",
      CurrencyCode: "GBP",
      Reference: "Retainer (HS-701-R1M20261201x12)",
      BrandingThemeID: "theme-1",
      ApprovedForSending: false,
      LineItems: [
        {
          Description: "Care",
          Quantity: 1,
          UnitAmount: 100,
          AccountCode: "200",
          Tracking: [
            {
              TrackingCategoryID: "category-1",
              TrackingOptionID: "option-1",
            },
          ],
        },
      ],
    },
  ]);
  expect(plans[0]?.each.predicted).toEqual({
    subtotal: "100",
    tax: "20",
    total: "120",
  });
});

it("a unit price of more than two decimals becomes one unit at the net amount", () => {
  const { documents } = plan(
    [
      {
        ...care,
        quantity: d("3"),
        unitPrice: d("33.335"),
        netAmount: d("100.005"),
      },
    ],
    { onDifference: "rounding_line" },
  );
  // 3 x 33.335 is 100.005, to the cent 100.01.
  expect(documents[0]?.LineItems).toMatchObject([
    { Description: "Care (3 x 33.335)", Quantity: 1, UnitAmount: 100.01 },
  ]);
});

it("a start in the past is refused with what Xero would bill at once", () => {
  const past = { ...care, recurring: { ...MONTHLY, startDate: "2026-08-01" } };
  // August to November, 4 x 120.00
  expect(() => plan([past])).toThrow(
    'Deal "Website relaunch", line "Care": it is billed every month from 2026-08-01, so Xero would at once make 4 invoices over 480.00 GBP in all. Correct the billing start date in HubSpot, or choose in this step to bill past dates or to start at the next date.',
  );
  expect(plan([past], {}, "bill_past").documents[0]?.Schedule).toMatchObject({
    StartDate: "2026-08-01",
  });
  expect(plan([past], {}, "from_next").documents[0]).toMatchObject({
    Reference: "HS-701-R1M20261201",
    Schedule: { StartDate: "2026-12-01" },
  });
});

it("a start in a locked period is refused where invoices are approved", () => {
  const past = { ...care, recurring: { ...MONTHLY, startDate: "2026-08-01" } };
  const approved = { status: "AUTHORISED" } as const;
  expect(() => plan([past], approved, "bill_past", "2026-09-30")).toThrow(
    /the invoice date 2026-08-01 lies in a period that is locked in Xero until 2026-09-30/,
  );
});

it("a line that its item, account or tax does not allow is refused as on an invoice", () => {
  expect(() => plan([care], { accountCode: "300" })).toThrow(
    /line "Care": the account "300" cannot be used in Xero: it is archived/,
  );
});
