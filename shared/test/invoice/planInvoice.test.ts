import { planInvoice } from "../../src/invoice/planInvoice";
import type { Deal } from "../../src/deal/deal";
import type { LineItem } from "../../src/deal/lineItem";
import type { DealInvoiceOptions } from "../../src/invoice/options";
import type { XeroSettings } from "../../src/xero/settings";
import { d, deal, dealOptions, lineItem, settings } from "../builders";

const ITEMS = {
  design: { code: "DESIGN", accountCode: "260", taxType: "ZERORATEDOUTPUT" },
  plain: { code: "Plain" },
};
const plan = ({
  lines = [lineItem()],
  on = {},
  options = {},
  organisation = {},
}: {
  lines?: LineItem[];
  on?: Partial<Deal>;
  options?: Partial<DealInvoiceOptions>;
  organisation?: Partial<XeroSettings>;
} = {}) =>
  planInvoice({
    deal: deal(on),
    lineItems: lines,
    reference: "PO 7 (HS-701)",
    options: dealOptions(options),
    settings: settings(organisation),
    items: ITEMS,
    today: "2026-11-23",
  });
const firstLine = (...input: Parameters<typeof plan>) =>
  plan(...input).invoice.lines[0];

it("decides the whole invoice", () => {
  const tracking = [{ categoryId: "c", optionId: "o" }];
  const result = plan({
    lines: [
      // 5 x 1000 less 10% = 4500.00
      lineItem({
        quantity: d("5"),
        unitPrice: d("1000"),
        discountPercent: d("10"),
        netAmount: d("4500"),
      }),
      // 3 x 33.335 = 100.005 -> 100.01
      lineItem({
        name: "Hosting",
        quantity: d("3"),
        unitPrice: d("33.335"),
        netAmount: d("100.01"),
      }),
      // 2 x (49.99 - 1.00) = 97.98
      lineItem({
        name: "Support",
        quantity: d("2"),
        unitPrice: d("49.99"),
        discountPerUnit: d("1"),
        netAmount: d("97.98"),
      }),
    ],
    options: { brandingThemeId: "theme-1", tracking },
  });
  const codes = { accountCode: "200", tracking };
  expect(result).toEqual({
    rounding: "0",
    linesWithoutTax: 0,
    baseCurrency: "GBP",
    // tax: 900.00 + 20.002 -> 20.00 + 19.596 -> 19.60
    predicted: { subtotal: "4697.99", tax: "939.6", total: "5637.59" },
    invoice: {
      status: "DRAFT",
      lineAmountTypes: "Exclusive",
      currency: "GBP",
      date: "2026-11-23",
      dueDate: "2026-12-23",
      reference: "PO 7 (HS-701)",
      brandingThemeId: "theme-1",
      url: "https://app.hubspot.com/contacts/2034521/record/0-3/701",
      lines: [
        {
          description: "Design sprint",
          quantity: "5",
          unitPrice: "1000",
          discountPercent: "10",
          ...codes,
        },
        {
          description: "Hosting",
          quantity: "3",
          unitPrice: "33.335",
          ...codes,
        },
        {
          description: "Support",
          quantity: "2",
          unitPrice: "49.99",
          discountAmount: "2",
          ...codes,
        },
      ],
    },
  });
});

describe("the order of tax: table, item, default, account", () => {
  const taxTable = { "9001": "RROUTPUT" };
  const line = lineItem({ sku: "design", taxRateId: "9001" });

  it.each<[string, LineItem, Partial<DealInvoiceOptions>, object, string]>([
    [
      "the table first",
      line,
      { taxTable, taxType: "OUTPUT2" },
      { itemCode: "DESIGN", accountCode: "260", taxType: "RROUTPUT" },
      "5",
    ],
    [
      "then the item",
      lineItem({ sku: "design" }),
      { taxType: "OUTPUT2" },
      { itemCode: "DESIGN", accountCode: "260", taxType: "ZERORATEDOUTPUT" },
      "0",
    ],
    [
      "then the default",
      lineItem({ sku: "Plain" }),
      { taxType: "RROUTPUT" },
      { itemCode: "Plain", accountCode: "200", taxType: "RROUTPUT" },
      "5",
    ],
    [
      "then what Xero takes from the account",
      lineItem({ sku: "unknown" }),
      {},
      { itemCode: undefined, accountCode: "200", taxType: undefined },
      "20",
    ],
  ])("%s", (_, item, options, expected, tax) => {
    const result = plan({ lines: [item], options });
    const { itemCode, accountCode, taxType } = result.invoice.lines[0]!;
    expect({ itemCode, accountCode, taxType }).toEqual(expected);
    expect(result.predicted.tax).toBe(tax);
  });

  it("a rate that the table lacks is refused", () => {
    const lines = [lineItem({ taxRateId: "9002" })];
    expect(() => plan({ lines, options: { taxTable } })).toThrow(
      'Deal "Website relaunch", line "Design sprint": its HubSpot tax rate (9002) is not in the tax table. Add a row for it in this step.',
    );
  });

  it.each<[string, Partial<DealInvoiceOptions>]>([
    ["an empty table", {}],
    ["a default beside it", { taxType: "OUTPUT2" }],
    ["prices that include tax", { lineAmountTypes: "Inclusive" }],
  ])("a rate is refused with %s too", (_, options) => {
    const lines = [lineItem({ sku: "design", taxRateId: "9002" })];
    expect(() => plan({ lines, options })).toThrow(
      'Deal "Website relaunch", line "Design sprint": its HubSpot tax rate (9002) is not in the tax table. Add a row for it in this step.',
    );
  });

  it("without tax no rate needs a row, and no tax type is sent", () => {
    const options = {
      lineAmountTypes: "NoTax",
      taxType: "OUTPUT2",
      taxTable,
    } as const;
    const result = plan({
      lines: [line, lineItem({ taxRateId: "9002" })],
      options,
    });
    expect(result.invoice.lines.map(({ taxType }) => taxType)).toEqual([
      undefined,
      undefined,
    ]);
    expect(result.predicted.tax).toBe("0");
  });

  it("a line without a rate needs no row", () => {
    expect(plan({ options: { taxTable } }).predicted.tax).toBe("20");
  });

  it.each(["constructor", "__proto__"])("the SKU %s is no item", (sku) => {
    expect(firstLine({ lines: [lineItem({ sku })] })?.itemCode).toBeUndefined();
  });
});

describe("what is refused, by deal and line", () => {
  const LINE = 'Deal "Website relaunch", line "Design sprint"';

  it.each<[string, Parameters<typeof plan>[0], string]>([
    [
      "an unknown account",
      { options: { accountCode: "999" } },
      `${LINE}: the account "999" cannot be used in Xero: there is none.`,
    ],
    [
      "an archived account",
      { options: { accountCode: "300" } },
      `${LINE}: the account "300" cannot be used in Xero: it is archived.`,
    ],
    [
      "an unknown tax type",
      { options: { taxType: "VAT" } },
      `${LINE}: the tax type "VAT" does not exist in Xero`,
    ],
    [
      "no account on an approved invoice",
      { options: { accountCode: undefined, status: "AUTHORISED" } },
      `${LINE}: an invoice that is not a draft needs an account code.`,
    ],
    [
      "a line in another currency",
      { lines: [lineItem({ currency: "EUR" })] },
      `${LINE}: its currency is EUR, the deal's is GBP. Give them the same currency in HubSpot.`,
    ],
  ])("%s", (_, input, message) => {
    expect(() => plan(input)).toThrow(message);
  });

  it("the line is named by its first line of text", () => {
    const lines = [lineItem({ description: "Two\nweeks" })];
    expect(() => plan({ lines, options: { taxType: "VAT" } })).toThrow(LINE);
  });
});

it("a draft needs no account", () => {
  const line = firstLine({ options: { accountCode: undefined } });
  expect(line).toEqual({
    description: "Design sprint",
    quantity: "1",
    unitPrice: "100",
  });
});

describe("a deal without lines", () => {
  it("is refused unless told otherwise", () => {
    expect(() => plan({ lines: [] })).toThrow(
      'Deal "Website relaunch" has no line items. Add them in HubSpot, or let this step invoice the deal\'s amount on one line.',
    );
  });

  it("is invoiced by its amount where told to", () => {
    const result = plan({
      lines: [],
      options: { withoutLines: "deal_amount" },
    });
    expect(result.invoice.lines).toEqual([
      {
        description: "Website relaunch",
        quantity: "1",
        unitPrice: "4500",
        accountCode: "200",
      },
    ]);
    // 20% of 4500 = 900
    expect(result.predicted.total).toBe("5400");
  });

  it.each([undefined, d("0"), d("-5")])(
    "with the amount %p there is nothing to invoice",
    (amount) => {
      const options = { withoutLines: "deal_amount" } as const;
      expect(() => plan({ lines: [], on: { amount }, options })).toThrow(
        'Deal "Website relaunch" has neither line items nor an amount above zero. Fill in one of them in HubSpot.',
      );
    },
  );
});

describe("due dates", () => {
  it.each([
    [{ dueInDays: undefined }, undefined],
    [{ dueInDays: 0 }, "2026-11-23"],
    [{ dueInDays: 10, dueRule: "days_after_end_of_month" }, "2026-12-10"],
  ] as const)("%p gives %p", (options, expected) => {
    expect(plan({ options }).invoice.dueDate).toBe(expected);
  });
});

describe("lock dates", () => {
  const locked = (lockedUntil: string) => ({ organisation: { lockedUntil } });

  it.each(["SUBMITTED", "AUTHORISED"] as const)(
    "an invoice that is %s in a locked period is refused",
    (status) => {
      expect(() =>
        plan({ ...locked("2026-11-23"), options: { status } }),
      ).toThrow(
        expect.objectContaining({
          kind: "validation",
          maybeStale: true,
          message:
            'Deal "Website relaunch": the invoice date 2026-11-23 lies in a period that is locked in Xero until 2026-11-23. Choose a later date, or move the lock date in Xero (Settings > Financial settings).',
        }) as Error,
      );
    },
  );

  it("a draft may lie in it", () => {
    expect(plan(locked("2026-11-23")).invoice.date).toBe("2026-11-23");
  });

  it("the day after it is open", () => {
    const options = { status: "AUTHORISED" } as const;
    expect(plan({ ...locked("2026-11-22"), options }).invoice.status).toBe(
      "AUTHORISED",
    );
  });
});
