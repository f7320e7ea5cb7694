import {
  accountReply,
  dealReply,
  GET_DEAL,
  PATCH_DEAL,
  patchReply,
} from "../fixtures/hubspot";
import {
  END_REPEATING,
  FIND_REPEATING,
  repeatingReply,
} from "../fixtures/repeating";
import { vendors } from "../fixtures/vendors";
import { FIND_INVOICES } from "../fixtures/xero";
import { failure, newZap, undeclared } from "../fixtures/zap";

const KEY = "end_repeating_invoices";
const INPUT = { deal_id: "701" };
const KNOWN = {
  xero_repeating_invoice_id: "repeating-1",
  xero_repeating_mark: "done|1|2026-11-23",
};

it("the deal is marked as ended, then Xero is told", async () => {
  const wire = vendors(
    accountReply,
    dealReply(KNOWN),
    repeatingReply(FIND_REPEATING, {}),
    patchReply(),
    { call: END_REPEATING, body: { RepeatingInvoices: [] } },
    { call: FIND_INVOICES, body: { Invoices: [] } },
  );
  const output = await newZap().create(KEY, INPUT);
  expect([...wire.calls()].sort()).toEqual(
    [
      "GET hubspot /account-info/details",
      GET_DEAL,
      FIND_REPEATING,
      PATCH_DEAL,
      END_REPEATING,
      FIND_INVOICES,
    ].sort(),
  );
  const sent = (call: string) => wire.sent.find((one) => one.call === call);
  expect(sent(PATCH_DEAL)?.body).toEqual({
    properties: { xero_repeating_mark: "ended|1|2026-11-23" },
  });
  expect(sent(END_REPEATING)?.body).toEqual({
    RepeatingInvoices: [
      { RepeatingInvoiceID: "repeating-1", Status: "DELETED" },
    ],
  });
  expect(output).toMatchObject({
    outcome: "ended",
    message:
      'One repeating invoice of deal "Website relaunch" was ended. No invoice had come of it.',
    billed_count: 0,
    billed_total: 0,
    currency: "GBP",
    repeating_invoices: [{ id: "repeating-1", total: 300 }],
  });
  expect(undeclared("creates", KEY, output)).toEqual([]);
});

it("without a deal it halts before any call", async () => {
  vendors();
  expect(await failure(newZap().create(KEY, {}))).toMatchObject({
    name: "HaltedError",
    message: expect.stringMatching(/^Deal is empty/),
  });
});
