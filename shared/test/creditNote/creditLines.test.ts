import { creditLines } from "../../src/creditNote/creditLines";
import { readInvoice } from "../../src/invoice/readInvoice";
import type { XeroInvoice, XeroLineItem } from "../../src/xero/wire";
import { d, xeroInvoice } from "../builders";

const tracked = (...pairs: [category: string, option: string][]) => ({
  Tracking: pairs.map(([TrackingCategoryID, TrackingOptionID]) => ({
    TrackingCategoryID,
    TrackingOptionID,
  })),
});
const TEAM = { TrackingCategoryID: "team", TrackingOptionID: "design" };

const line = (changes: XeroLineItem = {}): XeroLineItem => ({
  Description: "Design sprint",
  Quantity: 5,
  UnitAmount: 500,
  LineAmount: 2500,
  TaxAmount: 500,
  AccountCode: "200",
  TaxType: "OUTPUT2",
  ItemCode: "DESIGN",
  ...changes,
});

/** Two lines of 2500 + 20%: 6000 in all, and all of it due. */
const billed = (
  [first, second]: [XeroLineItem, XeroLineItem] = [{}, {}],
  changes: XeroInvoice = {},
) =>
  readInvoice(
    xeroInvoice({
      Status: "AUTHORISED",
      LineItems: [line(first), line(second)],
      ...changes,
    }),
  );

it("the whole is credited line by line with each line's tracking, and without item codes", () => {
  const invoice = billed([
    tracked(["team", "design"], ["region", "north"]),
    { Description: "Hosting", AccountCode: "260", TaxType: "RROUTPUT" },
  ]);
  expect(creditLines(invoice, d("6000"), undefined)).toEqual({
    LineAmountTypes: "Exclusive",
    LineItems: [
      {
        Description: "Design sprint",
        Quantity: 1,
        UnitAmount: 2500,
        AccountCode: "200",
        TaxType: "OUTPUT2",
        Tracking: [
          TEAM,
          { TrackingCategoryID: "region", TrackingOptionID: "north" },
        ],
      },
      {
        Description: "Hosting",
        Quantity: 1,
        UnitAmount: 2500,
        AccountCode: "260",
        TaxType: "RROUTPUT",
      },
    ],
  });
});

it.each<
  [what: string, first: object, second: object, tracking: object[] | undefined]
>([
  ["nowhere", {}, {}, undefined],
  ["alike", tracked(["team", "design"]), tracked(["team", "design"]), [TEAM]],
  [
    "alike in one category",
    tracked(["region", "north"], ["team", "design"]),
    tracked(["team", "design"], ["region", "south"]),
    [TEAM],
  ],
  ["on one line only", tracked(["team", "design"]), {}, undefined],
  [
    "differently",
    tracked(["team", "design"]),
    tracked(["team", "growth"]),
    undefined,
  ],
])(
  "a part of lines that are tracked %s carries what all have",
  (_, first, second, Tracking) => {
    expect(
      creditLines(billed([first, second]), d("120.5"), "Two days late"),
    ).toEqual({
      LineAmountTypes: "Inclusive",
      LineItems: [
        {
          Description: "Two days late",
          Quantity: 1,
          UnitAmount: 120.5,
          AccountCode: "200",
          TaxType: "OUTPUT2",
          Tracking,
        },
      ],
    });
  },
);

const REFUSED =
  "The lines of invoice INV-0042 have different accounts or tax rates, so 120.50 of it cannot be credited on one line.";

it.each<[what: string, changes: XeroInvoice, advice: string]>([
  [
    "nothing was paid",
    {},
    "Credit the whole 6000.00, or make the credit note in Xero.",
  ],
  [
    "a part was paid",
    { AmountPaid: 1000, AmountDue: 5000 },
    "Make the credit note in Xero.",
  ],
  [
    "a part was credited",
    { AmountCredited: 0.01, AmountDue: 5999.99 },
    "Make the credit note in Xero.",
  ],
])(
  "where %s, a part of mixed lines is refused with what is left to do",
  (_, changes, advice) => {
    const invoice = billed([{}, { AccountCode: "260" }], changes);
    expect(() => creditLines(invoice, d("120.5"), undefined)).toThrow(
      `${REFUSED} ${advice}`,
    );
  },
);
