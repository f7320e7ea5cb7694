import { writeCreditNote } from "../../src/flows/writeCreditNote";
import { settings } from "../builders";
import { creditNoteWire } from "../creditNote/creditNoteWire";
import { connectionReset, scriptedSend, type Reply } from "../scriptedSend";
import { TENANT, warmContext } from "./warmContext";

const PUT_NOTE = "PUT xero /CreditNotes";
const DOCUMENT = { Type: "ACCRECCREDIT", Date: "2026-11-23" };
const RECORD = "the credit note for INV-0042";
const MINUTE = 60_000;

const made: Reply = {
  call: PUT_NOTE,
  body: { CreditNotes: [creditNoteWire()] },
};
const refused: Reply = {
  call: PUT_NOTE,
  status: 400,
  body: { Elements: [{ ValidationErrors: [{ Message: "Locked" }] }] },
};
const failed: Reply = { call: PUT_NOTE, status: 500 };
const broken: Reply = { call: PUT_NOTE, breaks: connectionReset() };
const inUse: Reply = {
  call: PUT_NOTE,
  status: 400,
  body: { Message: "Idempotency Key: k is used with a different request." },
};
const limited: Reply = {
  call: PUT_NOTE,
  status: 429,
  headers: { "x-rate-limit-problem": "minute" },
};

beforeEach(() => jest.useFakeTimers({ now: new Date("2026-11-22T11:30:00Z") }));
afterEach(() => jest.useRealTimers());

/** The attempt of each run, by the key that went out; runs are `minutes` apart. */
async function attempts(replies: Reply[], minutes = 0) {
  const script = scriptedSend(...replies);
  const context = {
    ...(await warmContext(script)),
    digest: (text: string) => text,
  };
  for (let run = 0; run < replies.length; run += 1) {
    await writeCreditNote(context, DOCUMENT, RECORD).catch(() => undefined);
    jest.advanceTimersByTime(minutes * MINUTE);
  }
  const text = `credit-note|${TENANT}|${JSON.stringify(DOCUMENT)}|`;
  return script.requests.map(({ headers }) =>
    headers?.["Idempotency-Key"]?.replace(text, ""),
  );
}

it.each<[what: string, replies: Reply[], attempts: string[]]>([
  ["a refusal", [refused, refused, made], ["0", "1", "2"]],
  ["a failure of Xero", [failed, made], ["0", "0"]],
  ["a connection that broke", [broken, made], ["0", "0"]],
  ["a key in use", [inUse, made], ["0", "0"]],
  ["a limit", [limited, made], ["0", "0"]],
  ["a failure after a refusal", [refused, failed, made], ["0", "1", "1"]],
])(
  "after %s the next attempt has the key it must have",
  async (_, replies, numbers) => {
    expect(await attempts(replies)).toEqual(numbers);
  },
);

it("Xero has forgotten a refusal when its attempt is forgotten", async () => {
  expect(await attempts([refused, made], 7)).toEqual(["0", "0"]);
});

it("an attempt is remembered for as long as its own key lives", async () => {
  // At 0, 5 and 10 minutes: the second key lives until 11.
  expect(await attempts([refused, failed, made], 5)).toEqual(["0", "1", "1"]);
});

it("in a locked period nothing is sent", async () => {
  const organisation = {
    call: "GET xero /Organisation",
    // 23 November 2026
    body: {
      Organisations: [{ EndOfYearLockDate: "/Date(1795392000000+0000)/" }],
    },
  };
  const script = scriptedSend(
    organisation,
    { call: "GET xero /Accounts", body: { Accounts: [] } },
    { call: "GET xero /TaxRates", body: { TaxRates: [] } },
  );
  const context = await warmContext(script, {
    [`xero-settings-${TENANT}`]: settings({ lockedUntil: "2026-11-23" }),
  });
  await expect(
    writeCreditNote(context, DOCUMENT, RECORD),
  ).rejects.toMatchObject({
    kind: "validation",
    message:
      "The credit note for INV-0042: the credit note date 2026-11-23 lies in a period that is locked in Xero until 2026-11-23. Choose a later date, or move the lock date in Xero (Settings > Financial settings).",
  });
  expect(script.calls).not.toContain(PUT_NOTE);
});

it("a period that was opened a moment ago counts as open", async () => {
  const script = scriptedSend(
    { call: "GET xero /Organisation", body: { Organisations: [{}] } },
    { call: "GET xero /Accounts", body: { Accounts: [] } },
    { call: "GET xero /TaxRates", body: { TaxRates: [] } },
    made,
  );
  const context = await warmContext(script, {
    [`xero-settings-${TENANT}`]: settings({ lockedUntil: "2026-11-23" }),
  });
  const note = await writeCreditNote(context, DOCUMENT, RECORD);
  expect(note.number).toBe("CN-0007");
});
