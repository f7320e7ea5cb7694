import { endRepeatingInvoices } from "../../src/flows/endRepeatingInvoices";
import { endedRepeatingOutput } from "../../src/flows/repeatingOutput";
import { xeroInvoice } from "../builders";
import { scriptedSend, type Reply } from "../scriptedSend";
import { dealReply, FIND_INVOICES, markReply } from "./dealReplies";
import {
  FIND_REPEATING,
  KEY,
  repeatingReply,
  repeatingWire,
} from "./repeatingReplies";
import { warmContext } from "./warmContext";

const END = "POST xero /RepeatingInvoices/repeating-1";
const READ = "GET xero /RepeatingInvoices/repeating-1";
const KNOWN = {
  xero_repeating_invoice_id: "repeating-1",
  xero_repeating_mark: "done|1|2026-11-20",
};

const ENDED = { ...KNOWN, xero_repeating_mark: "ended|1|2026-11-20" };

const billed = (...invoices: object[]): Reply => ({
  call: FIND_INVOICES,
  body: {
    Invoices: invoices.map((changes) =>
      xeroInvoice({
        Reference: KEY,
        RepeatingInvoiceID: "repeating-1",
        Total: 1200,
        ...changes,
      }),
    ),
  },
});

async function end(...replies: Reply[]) {
  const script = scriptedSend(...replies);
  const context = await warmContext(script);
  const output = endedRepeatingOutput(
    await endRepeatingInvoices(context, "701"),
  );
  return { script, output };
}

it("the deal is marked, then each is ended, and what they billed is told", async () => {
  const { script, output } = await end(
    dealReply(KNOWN),
    repeatingReply(FIND_REPEATING, repeatingWire()),
    markReply,
    { call: END },
    // A voided one, a copy and the deal's own invoice do not count.
    billed(
      { InvoiceID: "1" },
      { InvoiceID: "2" },
      { InvoiceID: "3", Status: "VOIDED" },
      { InvoiceID: "4", RepeatingInvoiceID: undefined },
      { InvoiceID: "5", Reference: "HS-701" },
    ),
  );
  expect(output).toMatchObject({
    outcome: "ended",
    message:
      'One repeating invoice of deal "Website relaunch" was ended. 2 invoices over 2400.00 GBP had come of it and stay.',
    billedCount: 2,
    billedTotal: 2400,
    repeatingInvoices: [{ id: "repeating-1", reference: KEY }],
  });
  expect(script.requests[2]?.body).toEqual({
    properties: { xero_repeating_mark: "ended|1|2026-11-20" },
  });
  expect(script.requests[3]?.body).toEqual({
    RepeatingInvoices: [
      { RepeatingInvoiceID: "repeating-1", Status: "DELETED" },
    ],
  });
});

it("one whose reference somebody changed in Xero is found by its id", async () => {
  const { output } = await end(
    dealReply(KNOWN),
    repeatingReply(FIND_REPEATING),
    repeatingReply(READ, repeatingWire({ Reference: "Care" })),
    markReply,
    { call: END },
    billed(),
  );
  expect(output).toMatchObject({ outcome: "ended", billedCount: 0 });
});

it("ended once, nothing is left to end", async () => {
  const { output } = await end(
    dealReply(ENDED),
    repeatingReply(FIND_REPEATING),
    repeatingReply(READ, repeatingWire({ Status: "DELETED" })),
    billed({}),
  );
  expect(output).toMatchObject({ outcome: "already_ended", billedTotal: 1200 });
});

it("a run that broke behind the mark is completed, also where somebody changed the reference", async () => {
  const { output } = await end(
    dealReply(ENDED),
    repeatingReply(FIND_REPEATING),
    repeatingReply(READ, repeatingWire({ Reference: "Care" })),
    { call: END },
    billed(),
  );
  expect(output).toMatchObject({ outcome: "ended" });
});

it("a deal without any is left alone", async () => {
  const { output } = await end(dealReply(), repeatingReply(FIND_REPEATING));
  expect(output).toMatchObject({
    outcome: "none",
    message:
      'Deal "Website relaunch" has no repeating invoices, so none was ended.',
  });
});
