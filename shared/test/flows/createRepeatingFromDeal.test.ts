import { createRepeatingFromDeal } from "../../src/flows/createRepeatingFromDeal";
import { createInvoiceFromDeal } from "../../src/flows/createInvoiceFromDeal";
import { repeatingResultOutput } from "../../src/flows/repeatingOutput";
import { readRepeatingOptions } from "../../src/repeating/options";
import { CONTACT_ID, dealOptions, lineWire, xeroInvoice } from "../builders";
import { scriptedSend, type Reply } from "../scriptedSend";
import {
  companyReply,
  dealReply,
  earlierReply,
  FIND_INVOICES,
  GET_DEAL,
  linesReply,
  markReply,
  PATCH_DEAL,
  PUT_INVOICE,
  READ_COMPANY,
  READ_LINES,
  refusal,
  invoiceReply,
} from "./dealReplies";
import {
  careLine,
  FIND_REPEATING,
  KEY,
  PUT_REPEATING,
  repeatingReply,
  repeatingWire,
} from "./repeatingReplies";
import { warmContext } from "./warmContext";

const STORED = companyReply({ xero_contact_id: CONTACT_ID });
const LINKS = { lines: ["801", "802"] };
const none = repeatingReply(FIND_REPEATING);
const made = repeatingReply(PUT_REPEATING, repeatingWire());

async function run(replies: Reply[], input: object = {}) {
  const script = scriptedSend(...replies);
  const context = await warmContext(script);
  const options = readRepeatingOptions({
    accountCode: "200",
    dueInDays: 30,
    ...input,
  });
  const result = createRepeatingFromDeal(context, "701", options).then(
    repeatingResultOutput,
  );
  return { script, result };
}

it("a mixed deal: everything is read, then marked, then its invoice and its repeating invoice are made", async () => {
  const { script, result } = await run([
    dealReply({}, LINKS),
    none,
    linesReply(lineWire(), careLine({}, "802")),
    STORED,
    markReply,
    markReply,
    invoiceReply(),
    markReply,
    made,
    markReply,
  ]);
  expect(await result).toMatchObject({
    outcome: "created",
    message:
      'Deal "Website relaunch" is billed 1200.00 GBP every month from 2026-12-01. Invoice INV-0042 over 6000.00 GBP was created for deal "Website relaunch".',
    invoiceNumber: "INV-0042",
    repeatingInvoices: [
      {
        id: "repeating-1",
        reference: KEY,
        rhythm: "every month",
        startDate: "2026-12-01",
        nextDate: "2026-12-01",
        currency: "GBP",
        total: 1200,
        difference: 0,
        lineCount: 1,
      },
    ],
  });
  expect(script.calls).toEqual([
    GET_DEAL,
    FIND_REPEATING,
    READ_LINES,
    READ_COMPANY,
    PATCH_DEAL,
    PATCH_DEAL,
    PUT_INVOICE,
    PATCH_DEAL,
    PUT_REPEATING,
    PATCH_DEAL,
  ]);
  const sent = (index: number) => script.requests[index]!;
  expect(sent(1).query).toEqual({
    where:
      'Type=="ACCREC" AND Reference!=null AND Reference.Contains("HS-701-R")',
  });
  expect(sent(4).body).toEqual({
    properties: { xero_repeating_mark: "begun|1|2026-11-23" },
  });
  expect(sent(5).body).toEqual({
    properties: { xero_sync_mark: "begun|1|HS-701|HS-701" },
  });
  expect(sent(6).body).toMatchObject({
    Invoices: [{ Reference: "HS-701", LineItems: [{ Quantity: 5 }] }],
  });
  expect(sent(8)).toMatchObject({
    query: { summarizeErrors: true },
    headers: {
      "Idempotency-Key": "digest of hubspot-repeating|tenant-1|HS-701|0|1|0",
    },
    body: {
      RepeatingInvoices: [
        {
          Type: "ACCREC",
          Status: "DRAFT",
          Contact: { ContactID: CONTACT_ID },
          Schedule: {
            Period: 1,
            Unit: "MONTHLY",
            DueDate: 30,
            DueDateType: "DAYSAFTERBILLDATE",
            StartDate: "2026-12-01",
          },
          LineAmountTypes: "Exclusive",
          CurrencyCode: "GBP",
          Reference: KEY,
          ApprovedForSending: false,
          LineItems: [
            {
              Description: "Care",
              Quantity: 1,
              UnitAmount: 1000,
              AccountCode: "200",
            },
          ],
        },
      ],
    },
  });
  expect(sent(9).body).toEqual({
    properties: {
      xero_repeating_invoice_id: "repeating-1",
      xero_repeating_mark: "done|1|2026-11-23",
    },
  });
});

it("a deal whose repeating invoices exist is left alone, by two calls", async () => {
  const { result } = await run([
    dealReply({
      xero_repeating_invoice_id: "repeating-1",
      xero_repeating_mark: "done|1|2026-11-23",
    }),
    repeatingReply(FIND_REPEATING, repeatingWire()),
  ]);
  expect(await result).toMatchObject({
    outcome: "already_there",
    message: expect.stringMatching(
      /has its repeating invoices in Xero already/,
    ),
    repeatingInvoices: [{ id: "repeating-1" }],
  });
});

it("ended ones are not made again", async () => {
  const { result } = await run([
    dealReply({ xero_repeating_mark: "ended|1|2026-11-23" }),
    repeatingReply(FIND_REPEATING, repeatingWire({ Status: "DELETED" })),
  ]);
  expect(await result).toMatchObject({
    outcome: "already_there",
    message: expect.stringMatching(/were ended, so none was made/),
    repeatingInvoices: [],
  });
});

it("those that an ending has left running are told", async () => {
  const { result } = await run([
    dealReply({ xero_repeating_mark: "ended|1|2026-11-23" }),
    repeatingReply(FIND_REPEATING, repeatingWire()),
  ]);
  expect(await result).toMatchObject({
    outcome: "already_there",
    message:
      'The repeating invoices of deal "Website relaunch" are to be ended, so none was made, but one repeating invoice still bills in Xero. Run End Repeating Invoices again.',
    repeatingInvoices: [{ id: "repeating-1" }],
  });
});

it("what an earlier run made is found, and the deal is told", async () => {
  const { script, result } = await run([
    dealReply({ xero_repeating_mark: "begun|1|2026-11-20" }),
    repeatingReply(FIND_REPEATING, repeatingWire()),
    linesReply(careLine()),
    STORED,
    markReply,
    markReply,
  ]);
  expect(await result).toMatchObject({ outcome: "recovered" });
  expect(script.requests.at(-1)?.body).toEqual({
    properties: {
      xero_repeating_invoice_id: "repeating-1",
      xero_repeating_mark: "done|1|2026-11-20",
    },
  });
});

it("one-time lines that an earlier run invoiced are not invoiced again, and that is told", async () => {
  const { result } = await run([
    dealReply(
      {
        xero_invoice_id: "inv",
        xero_invoice_number: "INV-0042",
        xero_sync_mark: "done|1|HS-701|HS-701",
        xero_repeating_mark: "refused|1|2026-11-20",
      },
      LINKS,
    ),
    none,
    linesReply(lineWire(), careLine({}, "802")),
    STORED,
    markReply,
    made,
    markReply,
  ]);
  expect(await result).toMatchObject({
    outcome: "created",
    message: expect.stringMatching(
      /Its one-time lines were not invoiced again, because the deal has invoice INV-0042\./,
    ),
  });
});

it("what Xero refuses is marked, and the next attempt goes under another key", async () => {
  const { script, result } = await run([
    dealReply({ xero_repeating_mark: "refused|1|2026-11-23" }),
    none,
    linesReply(careLine()),
    STORED,
    markReply,
    refusal(PUT_REPEATING, "Account code '200' is archived"),
    markReply,
  ]);
  await expect(result).rejects.toMatchObject({
    kind: "validation",
    message: expect.stringMatching(
      /^The repeating invoices of deal "Website relaunch" are not complete; the next run makes those that are missing\. .*archived/,
    ),
  });
  expect(script.requests[5]?.headers?.["Idempotency-Key"]).toBe(
    "digest of hubspot-repeating|tenant-1|HS-701|0|2|0",
  );
  expect(script.requests[6]?.body).toEqual({
    properties: { xero_repeating_mark: "refused|2|2026-11-23" },
  });
});

it.each([
  [
    "an invoice of unknown lines",
    [
      dealReply({ xero_invoice_id: "inv", xero_invoice_number: "INV-0001" }),
      none,
    ],
    /has invoice INV-0001, which may bill its recurring lines too/,
  ],
  [
    "an invoice that a broken run did not bring onto it",
    [
      dealReply({ xero_sync_mark: "begun|1|HS-701|HS-701" }),
      none,
      earlierReply(xeroInvoice({ Reference: "HS-701" })),
    ],
    /does not show invoice INV-0042, which Xero has for it/,
  ],
  [
    "such an invoice, which a reading on Make could not look for,",
    [
      dealReply({
        xero_sync_mark: "begun|1|HS-701|HS-701",
        xero_repeating_mark: "begun|0|2026-11-20",
      }),
      none,
      earlierReply(xeroInvoice({ Reference: "HS-701" })),
    ],
    /does not show invoice INV-0042, which Xero has for it/,
  ],
  [
    "no recurring line",
    [dealReply(), none, linesReply(), STORED],
    /has no recurring line/,
  ],
  [
    "repeating invoices of other schedules",
    [
      dealReply(),
      repeatingReply(
        FIND_REPEATING,
        repeatingWire({ Reference: "HS-701-R3M20261201" }),
      ),
      linesReply(careLine()),
      STORED,
    ],
    /do not fit its lines: HS-701-R3M20261201/,
  ],
  [
    "one-time lines beside the invoice of a schedule",
    [
      dealReply(
        {
          xero_invoice_id: "inv",
          xero_invoice_number: "INV-0007",
          xero_repeating_invoice_id: "repeating-0",
        },
        LINKS,
      ),
      none,
      linesReply(lineWire(), careLine({}, "802")),
      STORED,
    ],
    /one-time lines that were not invoiced, .* taken by INV-0007/,
  ],
  [
    "a start in the past",
    [
      dealReply(),
      none,
      linesReply(careLine({ hs_recurring_billing_start_date: "2026-11-01" })),
      STORED,
    ],
    /Xero would at once make one invoice over 1200\.00 GBP/,
  ],
])(
  "a deal with %s is refused before anything is written",
  async (_, replies, message) => {
    const { result } = await run(replies);
    await expect(result).rejects.toThrow(message);
  },
);

it("an invoice that was voided does not stand in the way of repeating ones", async () => {
  const { result } = await run([
    dealReply({ xero_sync_mark: "done|1|HS-701|HS-701" }),
    none,
    earlierReply(xeroInvoice({ Reference: "HS-701", Status: "VOIDED" })),
    linesReply(careLine()),
    STORED,
    markReply,
    made,
    markReply,
  ]);
  expect(await result).toMatchObject({ outcome: "created" });
});

it("invoices to be e-mailed need an address", async () => {
  const { result } = await run(
    [
      dealReply(),
      none,
      linesReply(careLine()),
      STORED,
      {
        call: `GET xero /Contacts/${CONTACT_ID}`,
        body: { Contacts: [{ ContactID: CONTACT_ID }] },
      },
    ],
    { invoiceStatus: "SENT" },
  );
  await expect(result).rejects.toThrow(
    /has no e-mail address in Xero, so Xero could not send its invoices/,
  );
});

it("a difference of Xero's is told", async () => {
  const { result } = await run([
    dealReply(),
    none,
    linesReply(careLine()),
    STORED,
    markReply,
    repeatingReply(PUT_REPEATING, repeatingWire({ TotalTax: 0, Total: 1000 })),
    markReply,
  ]);
  expect(await result).toMatchObject({
    repeatingInvoices: [{ difference: -200 }],
    message: expect.stringMatching(
      /HS-701-R1M20261201: Check this invoice: its total differs by -200\.00 GBP/,
    ),
  });
});

it("a schedule that begins today brings its first invoice onto the deal", async () => {
  const key = "HS-701-R1M20261123";
  const { script, result } = await run([
    dealReply(),
    none,
    linesReply(careLine({ hs_recurring_billing_start_date: "" })),
    STORED,
    markReply,
    repeatingReply(
      PUT_REPEATING,
      repeatingWire({
        Reference: key,
        Schedule: { Period: 1, StartDate: "/Date(1795392000000+0000)/" },
      }),
    ),
    {
      call: FIND_INVOICES,
      body: {
        Invoices: [
          xeroInvoice({ Reference: key, RepeatingInvoiceID: "repeating-1" }),
        ],
      },
    },
    markReply,
  ]);
  await result;
  expect(script.requests.at(-1)?.body).toMatchObject({
    properties: {
      xero_invoice_number: "INV-0042",
      xero_invoice_total: "6000.00",
      xero_repeating_mark: "done|1|2026-11-23",
    },
  });
});

it.each([
  [
    "begun",
    'A run that makes the repeating invoices of deal "Website relaunch" has not come to its end. Run Create Repeating Invoice From Deal again: it bills the whole deal.',
  ],
  [
    "refused",
    'Xero refused a repeating invoice of deal "Website relaunch", and others of it may bill there. Run Create Repeating Invoice From Deal again, which says what to correct and bills the whole deal. To invoice it here instead, run End Repeating Invoices, then clear "Xero repeating invoice mark" on the deal.',
  ],
  [
    "done",
    'Deal "Website relaunch" has repeating invoices in Xero, which bill its recurring lines. Put lines that were added since on a deal of their own.',
  ],
  [
    "ended",
    'The repeating invoices of deal "Website relaunch" were ended, and may have billed some of its recurring lines. Put what is still to be billed on a deal of its own; or clear "Xero repeating invoice mark" on this one to invoice all of its lines.',
  ],
])(
  "a deal whose repeating invoices are %s is not invoiced as a whole beside them",
  async (state, message) => {
    const context = await warmContext(
      scriptedSend(
        dealReply({ xero_repeating_mark: `${state}|1|2026-11-23` }),
        linesReply(careLine()),
        STORED,
      ),
    );
    await expect(
      createInvoiceFromDeal(context, "701", dealOptions()),
    ).rejects.toMatchObject({ kind: "validation", message });
  },
);
