import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { errorMessage } from "../src/zapier";
import { openWorld, type World } from "./world";

/** What both systems hold, to be compared before and after. */
const held = ({ sandbox }: World) =>
  structuredClone({
    deals: sandbox.hubspot.state.objects,
    books: sandbox.xero.books(),
  });

const create = (
  { zapier, authData }: World,
  key: string,
  inputData: Record<string, unknown>,
): Promise<Record<string, unknown>> =>
  zapier.run("creates", key, { authData, inputData });

const find = (
  { zapier, authData }: World,
  key: string,
  inputData: Record<string, unknown>,
): Promise<Record<string, unknown>[]> =>
  zapier.run("searches", key, { authData, inputData });

const shown = ({ sandbox }: World, dealId: string) => {
  const { properties } = sandbox.hubspot.get("deals", dealId)!;
  return {
    state: properties["xero_invoice_status"],
    total: properties["xero_invoice_total"],
    paid: properties["xero_amount_paid"],
    due: properties["xero_amount_due"],
    credited: properties["xero_amount_credited"],
  };
};

async function openInvoiced(dealId: string) {
  const world = await openWorld();
  const { invoice_id = "" } = await world.invoice(dealId);
  return {
    ...world,
    invoiceId: invoice_id,
    person: world.sandbox.xero.person(),
  };
}
type Invoiced = Awaited<ReturnType<typeof openInvoiced>>;

const UNKNOWN = "11111111-2222-4333-8444-555555555555";
const noSalesInvoice = (idOrNumber: string) =>
  `Xero has no sales invoice ${idOrNumber}. Check the ID and the organisation; bills cannot be used here.`;

/** A supplier's approved bill over 500.00; returns its number. */
function receiveBill({ sandbox, person }: Invoiced, number: string): string {
  const [invoice] = sandbox.xero.books().invoices;
  person.createInvoice({
    Type: "ACCPAY",
    Status: "AUTHORISED",
    InvoiceNumber: number,
    Contact: { ContactID: invoice!.Contact.ContactID },
    DueDate: "2099-01-31",
    LineItems: [
      {
        Description: "Paper",
        Quantity: 1,
        UnitAmount: 500,
        AccountCode: "860",
      },
    ],
  });
  return number;
}

describe("an invoice in another currency than the organisation's", () => {
  it("is paid in its own currency, whatever reached the bank", async () => {
    const world = await openInvoiced(DEAL.usLaunch);
    const poll = () =>
      world.zapier.run("triggers", "payment_received", {
        authData: world.authData,
        inputData: {},
      });
    await poll();
    const { BankAmount } = world.person.pay(world.invoiceId, 5000.5);
    // 5000.50 USD at 1 / 0.79 = 1.265823 USD a pound
    expect(BankAmount).toBe(3950.39);
    // 13809.00 in all; 5000.50 paid, 8808.50 to pay.
    expect(await poll()).toMatchObject([
      {
        amount: 5000.5,
        currency: "USD",
        currency_rate: 1.265823,
        amount_in_base_currency: BankAmount,
        invoice_total: 13809,
        amount_paid: 5000.5,
        amount_due: 8808.5,
        deal_id: DEAL.usLaunch,
      },
    ]);
    const input = { invoice_id: world.invoiceId };
    expect(await create(world, "update_deal_billing", input)).toMatchObject({
      message: "The deal shows invoice INV-0001 as part paid.",
      currency: "USD",
      amount_paid: 5000.5,
      amount_due: 8808.5,
    });
    expect(shown(world, DEAL.usLaunch)).toEqual({
      state: "part paid",
      total: "13809.00",
      paid: "5000.50",
      due: "8808.50",
      credited: "0.00",
    });
  });

  it("is credited in its own currency, and then paid", async () => {
    const world = await openInvoiced(DEAL.usLaunch);
    world.person.pay(world.invoiceId, 13000);
    // What is left of 13809.00.
    const input = { invoice_id: world.invoiceId };
    expect(await create(world, "create_credit_note", input)).toMatchObject({
      message: "Credit note CN-0001 over 809.00 USD was created for INV-0001.",
      currency: "USD",
      remaining: 0,
    });
    expect(await create(world, "update_deal_billing", input)).toMatchObject({
      message: "The deal shows invoice INV-0001 as paid.",
    });
    expect(shown(world, DEAL.usLaunch)).toEqual({
      state: "paid",
      total: "13809.00",
      paid: "13000.00",
      due: "0.00",
      credited: "809.00",
    });
  });
});

it("a voided invoice shows on its deal as voided, with nothing to pay", async () => {
  const world = await openInvoiced(DEAL.brand);
  world.person.voidInvoice(world.invoiceId);
  const input = { invoice_id: world.invoiceId };
  expect(await create(world, "update_deal_billing", input)).toMatchObject({
    message: "The deal shows invoice INV-0001 as voided.",
    billing_state: "voided",
    amount_due: 0,
  });
  expect(shown(world, DEAL.brand)).toMatchObject({
    state: "voided",
    paid: "0.00",
    due: "0.00",
  });
});

it.each<
  [
    what: string,
    key: string,
    prepare: (world: Invoiced) => Record<string, unknown>,
    sentence: string,
  ]
>([
  [
    "crediting a voided invoice",
    "create_credit_note",
    ({ person, invoiceId }) => {
      person.voidInvoice(invoiceId);
      return { invoice_id: invoiceId };
    },
    "Invoice INV-0001 is voided, so nothing of it can be credited. Only approved invoices with an amount due can; give back money that was paid in Xero.",
  ],
  [
    "crediting a paid invoice",
    "create_credit_note",
    ({ person, invoiceId }) => {
      person.pay(invoiceId, 4452.01);
      return { invoice_id: invoiceId, amount: "10" };
    },
    "Invoice INV-0001 is paid, so nothing of it can be credited. Only approved invoices with an amount due can; give back money that was paid in Xero.",
  ],
  [
    "crediting in a locked period",
    "create_credit_note",
    ({ sandbox, invoiceId }) => {
      sandbox.xero.books().organisation.PeriodLockDate = "2099-12-31";
      return { invoice_id: invoiceId, amount: "120" };
    },
    "Xero refused the credit note for INV-0001: The document date cannot be before the period lock date, currently set at 31-Dec-2099. The period is locked in Xero: choose a later date, or move the lock date.",
  ],
  [
    "crediting an invoice that Xero does not have",
    "create_credit_note",
    () => ({ invoice_id: UNKNOWN }),
    noSalesInvoice(UNKNOWN),
  ],
  [
    "crediting a bill",
    "create_credit_note",
    (world) => ({ invoice_id: receiveBill(world, "B-7"), amount: "120" }),
    noSalesInvoice("B-7"),
  ],
  [
    "updating a deal by a bill",
    "update_deal_billing",
    (world) => ({ invoice_number: receiveBill(world, "B-7") }),
    noSalesInvoice("B-7"),
  ],
  [
    "updating an archived deal by its invoice",
    "update_deal_billing",
    ({ sandbox, invoiceId }) => {
      sandbox.hubspot.archive("deals", DEAL.brand);
      return { invoice_id: invoiceId };
    },
    "No deal has invoice INV-0001. Nothing was changed; invoices that were not made from a deal need no update.",
  ],
  [
    "updating an archived deal by its own id",
    "update_deal_billing",
    ({ sandbox }) => {
      sandbox.hubspot.archive("deals", DEAL.brand);
      return { deal_id: DEAL.brand };
    },
    `HubSpot has no deal ${DEAL.brand}, or it was deleted. Check the ID, or restore the record in HubSpot.`,
  ],
  [
    "updating a deal whose invoice Xero does not have",
    "update_deal_billing",
    ({ sandbox }) => {
      sandbox.hubspot.update("deals", DEAL.brand, { xero_invoice_id: UNKNOWN });
      return { deal_id: DEAL.brand };
    },
    noSalesInvoice(UNKNOWN),
  ],
  [
    "updating a deal that was never invoiced",
    "update_deal_billing",
    () => ({ deal_id: DEAL.website }),
    'Deal "Website relaunch" has no Xero invoice yet. Invoice it first.',
  ],
])(
  "%s halts with a sentence, and changes nothing on either side",
  async (_, key, prepare, sentence) => {
    const world = await openInvoiced(DEAL.brand);
    const input = prepare(world);
    const before = held(world);
    const error: unknown = await create(world, key, input).catch(
      (reason: unknown) => reason,
    );
    expect(errorMessage(error)).toBe(sentence);
    expect(error).toMatchObject({ name: "HaltedError" });
    expect(held(world)).toEqual(before);
  },
);

it("once the period is open again the same step credits at once, whatever Xero remembers of the refusal", async () => {
  const world = await openInvoiced(DEAL.brand);
  const { organisation } = world.sandbox.xero.books();
  const openSince = organisation.PeriodLockDate;
  const input = { invoice_id: world.invoiceId, amount: "120" };
  organisation.PeriodLockDate = "2099-12-31";
  await expect(create(world, "create_credit_note", input)).rejects.toThrow(
    /period lock date/,
  );
  organisation.PeriodLockDate = openSince;
  expect(await create(world, "create_credit_note", input)).toMatchObject({
    outcome: "created",
    credit_note_number: "CN-0001",
    total: 120,
    remaining: 0,
  });
  expect(world.sandbox.xero.books().credits).toHaveLength(1);
});

it("searches find nothing for what is archived or unknown", async () => {
  const world = await openInvoiced(DEAL.brand);
  const byInvoice = { invoice_id: world.invoiceId };
  expect(await find(world, "find_deal", byInvoice)).toHaveLength(1);
  const { hubspot } = world.sandbox;
  hubspot.update("deals", DEAL.website, { xero_invoice_id: UNKNOWN });
  hubspot.archive("deals", DEAL.brand);
  const searches = await Promise.all([
    find(world, "find_deal", byInvoice),
    find(world, "find_deal", { invoice_number: "INV-0001" }),
    find(world, "find_invoice", { deal_id: DEAL.website }),
  ]);
  expect(searches).toEqual([[], [], []]);
});
