import type { DealPart } from "../../src/deal/billingKey";
import { dealIdOf, partOf } from "../../src/deal/billingKey";
import { openedDeal } from "../../src/deal/openedDeal";
import { readSyncMark } from "../../src/deal/syncMark";
import { deal } from "../builders";

const open = (
  part: DealPart | undefined,
  mark?: string,
  invoiceId?: string,
  oncePer: "deal" | "stage_entry" = "deal",
) =>
  openedDeal(deal({ billing: { mark: readSyncMark(mark), invoiceId } }), {
    oncePer,
    part,
    stageEntryId: "701:closedwon:1795392000000",
  });
const D = (state: string) => `${state}|1|HS-701-D|HS-701-D`;
const B = (state: string) => `${state}|1|HS-701-B|HS-701-B`;
const WHOLE = (state: string) => `${state}|1|HS-701|HS-701`;

it.each<[string, DealPart | undefined, string | undefined, string | undefined]>(
  [
    ["a deposit of a fresh deal", "deposit", undefined, undefined],
    ["the balance after its deposit", "balance", D("done"), "inv-1"],
    [
      "the whole after a deposit that Xero refused",
      undefined,
      D("refused"),
      undefined,
    ],
    [
      "a deposit after a whole that Xero refused",
      "deposit",
      WHOLE("refused"),
      undefined,
    ],
  ],
)("%s is made, and not looked for", (_, part, mark, invoiceId) => {
  expect(open(part, mark, invoiceId)).toMatchObject({
    invoiced: false,
    mayExist: false,
  });
});

it.each<[string, DealPart | undefined, string | undefined, string | undefined]>(
  [
    ["a deposit", "deposit", D("done"), "inv-1"],
    ["a deposit whose balance was billed", "deposit", B("done"), "inv-2"],
    ["a balance", "balance", B("done"), "inv-2"],
    ["a whole deal", "deposit", WHOLE("done"), "inv-1"],
    ["a deal with a deposit, as a whole", undefined, D("done"), "inv-1"],
  ],
)("%s is not billed again", (_, part, mark, invoiceId) => {
  expect(open(part, mark, invoiceId).invoiced).toBe(true);
});

it.each<[DealPart, string, string | undefined]>([
  ["deposit", D("begun"), undefined],
  // Somebody cleared the invoice ID: the deposit may still be there.
  ["deposit", D("done"), undefined],
  ["deposit", B("done"), undefined],
  ["balance", B("begun"), "inv-1"],
  ["balance", B("refused"), "inv-1"],
])("a %s that was %s before is looked for", (part, mark, invoiceId) => {
  expect(open(part, mark, invoiceId)).toMatchObject({
    invoiced: false,
    mayExist: true,
  });
});

it.each<[string, DealPart | undefined, string]>([
  ["the whole while a deposit may be under way", undefined, D("begun")],
  ["a deposit while the whole may be under way", "deposit", WHOLE("begun")],
  // Somebody cleared the invoice ID: the deposit may still be there.
  ["the whole after a balance that Xero refused", undefined, B("refused")],
])("%s is refused", (_, part, mark) => {
  expect(() => open(part, mark)).toThrow(
    /may stand in Xero without being on the deal\. Run that step again/,
  );
});

it("a part is billed once per deal", () => {
  expect(() => open("deposit", undefined, undefined, "stage_entry")).toThrow(
    'Deal "Website relaunch" is to be billed a deposit, which is done once per deal. Choose Deal under Invoice Once Per.',
  );
});

it.each([
  ["HS-701-D", "deposit"],
  ["Spring (HS-701-B)", "balance"],
  ["HS-701", undefined],
  ["HS-701-1795392000", undefined],
  ["HS-701-R1M20261201", undefined],
  [undefined, undefined],
])("%p stands for %p", (reference, part) => {
  expect(partOf(reference)).toBe(part);
  if (reference) expect(dealIdOf(reference)).toBe("701");
});
