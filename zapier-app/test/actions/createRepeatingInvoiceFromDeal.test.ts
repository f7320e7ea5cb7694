import { INPUT } from "../fixtures/dealInvoice";
import {
  accountReply,
  companiesReply,
  dealReply,
  GET_DEAL,
  PATCH_DEAL,
  patchReply,
  READ_COMPANIES,
  READ_LINES,
} from "../fixtures/hubspot";
import {
  FIND_REPEATING,
  PUT_REPEATING,
  repeatingReply,
} from "../fixtures/repeating";
import { vendors, type Reply } from "../fixtures/vendors";
import { CONTACT_ID, settingsReplies } from "../fixtures/xero";
import { failure, newZap, stopClock, undeclared } from "../fixtures/zap";

const KEY = "create_repeating_invoice_from_deal";
const STEP = { ...INPUT, invoice_status: "SENT", tax_table: [] };

const lines: Reply = {
  call: READ_LINES,
  body: {
    results: ["801", "802", "803"].map((id) => ({
      id,
      properties: {
        name: `Care ${id}`,
        quantity: "1",
        price: id === "803" ? "50" : "100",
        recurringbillingfrequency: "monthly",
        hs_recurring_billing_start_date: "2026-12-01",
        hs_recurring_billing_period: "P12M",
      },
    })),
  },
};
const address: Reply = {
  call: `GET xero /Contacts/${CONTACT_ID}`,
  body: {
    Contacts: [
      { ContactID: CONTACT_ID, EmailAddress: "priya@harbourfinch.example" },
    ],
  },
};

beforeEach(() => stopClock("2026-11-22T11:30:00.000Z"));
afterEach(() => jest.useRealTimers());

const known = [
  accountReply,
  dealReply(),
  repeatingReply(FIND_REPEATING),
  lines,
  companiesReply({ xero_contact_id: CONTACT_ID }),
  ...settingsReplies,
];

it("the repeating invoice goes out whole, between two marks on the deal", async () => {
  const wire = vendors(
    ...known,
    address,
    patchReply(),
    repeatingReply(PUT_REPEATING, {}),
    patchReply(),
  );
  const output = await newZap().create(KEY, STEP);
  expect(
    wire.calls().filter((call) => !/TaxRates|Accounts|Organisation/.test(call)),
  ).toEqual([
    "GET hubspot /account-info/details",
    GET_DEAL,
    FIND_REPEATING,
    READ_LINES,
    READ_COMPANIES,
    address.call,
    PATCH_DEAL,
    PUT_REPEATING,
    PATCH_DEAL,
  ]);
  const [mark, , done] = wire.sent.slice(-3);
  expect(mark?.body).toEqual({
    properties: { xero_repeating_mark: "begun|1|2026-11-23" },
  });
  const line = (id: string, UnitAmount: number) => ({
    Description: `Care ${id}`,
    Quantity: 1,
    UnitAmount,
    AccountCode: "200",
    TaxType: "OUTPUT2",
    Tracking: [
      { TrackingCategoryID: "category-1", TrackingOptionID: "option-1" },
    ],
  });
  expect(wire.sent.at(-2)).toMatchObject({
    query: { summarizeErrors: "true" },
    headers: { "idempotency-key": expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
  expect(wire.sent.at(-2)?.body).toEqual({
    RepeatingInvoices: [
      {
        Type: "ACCREC",
        Status: "AUTHORISED",
        Contact: { ContactID: CONTACT_ID },
        Schedule: {
          Period: 1,
          Unit: "MONTHLY",
          DueDate: 14,
          DueDateType: "DAYSAFTERBILLMONTH",
          StartDate: "2026-12-01",
          EndDate: "2027-11-01",
        },
        LineAmountTypes: "Exclusive",
        CurrencyCode: "GBP",
        Reference: "Spring (HS-701-R1M20261201x12)",
        BrandingThemeID: "theme-1",
        ApprovedForSending: true,
        LineItems: [line("801", 100), line("802", 100), line("803", 50)],
      },
    ],
  });
  expect(done?.body).toEqual({
    properties: {
      xero_repeating_invoice_id: "repeating-1",
      xero_repeating_mark: "done|1|2026-11-23",
    },
  });
  expect(output).toEqual({
    outcome: "created",
    message:
      'Deal "Website relaunch" is billed 300.00 GBP every month from 2026-12-01 until 2027-11-01.',
    deal_id: "701",
    deal_url: "https://app.hubspot.com/contacts/2034521/record/0-3/701",
    contact_id: CONTACT_ID,
    contact_outcome: "stored",
    repeating_invoices: [
      {
        id: "repeating-1",
        reference: "HS-701-R1M20261201x12",
        status: "AUTHORISED",
        rhythm: "every month",
        start_date: "2026-12-01",
        end_date: "2027-11-01",
        next_date: "2026-12-01",
        currency: "GBP",
        total: 300,
        difference: 0,
        line_count: 1,
      },
    ],
  });
  expect(undeclared("creates", KEY, output)).toEqual([]);
});

it("terms that Xero's schedules lack halt the step before any call", async () => {
  const wire = vendors();
  const step = { ...STEP, due_rule: "days_after_end_of_next_month" };
  expect(await failure(newZap().create(KEY, step))).toMatchObject({
    name: "HaltedError",
    message: expect.stringMatching(/cannot be due 14 days after the end/),
  });
  expect(wire.calls()).toEqual([]);
});

it("an account without the mark's property is sent to Set Up HubSpot before Xero is written to", async () => {
  vendors(...known, address, {
    call: PATCH_DEAL,
    status: 400,
    body: {
      category: "VALIDATION_ERROR",
      message: 'Property "xero_repeating_mark" does not exist',
      errors: [
        {
          code: "PROPERTY_DOESNT_EXIST",
          message: 'Property "xero_repeating_mark" does not exist',
          context: { propertyName: ["xero_repeating_mark"] },
        },
      ],
    },
  });
  expect(await failure(newZap().create(KEY, STEP))).toMatchObject({
    name: "HaltedError",
    message: expect.stringMatching(/Run the action "Set Up HubSpot" once/),
  });
});
