import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { openBooks, type Books, type Platform } from "./allocations";

const MINUTE = 60_000;
const invoiceUrl = (id: string) =>
  `https://go.xero.com/AccountsReceivable/View.aspx?InvoiceID=${id}`;

/** A credit note over 120.00, tax included, of the invoice's customer unless told. */
const creditNote = ({ person, contactId }: Books, changes: object = {}) =>
  person.createCreditNote({
    Type: "ACCRECCREDIT",
    Status: "AUTHORISED",
    Contact: { ContactID: contactId },
    LineAmountTypes: "Inclusive",
    LineItems: [{ Description: "Late", UnitAmount: 120, AccountCode: "200" }],
    ...changes,
  });

describe.each<Platform>(["Zapier", "Make"])("on %s", (platform) => {
  it("an overpayment goes to an invoice, and both are told as they then stand", async () => {
    const books = await openBooks(platform);
    const { person, contactId, invoiceId } = books;
    const { ID } = person.overpay(contactId, 72.5, { date: "2026-11-20" });
    const given = {
      creditType: "overpayment",
      creditId: ID,
      date: "2026-11-23",
    };
    const { message, ...told } = await books.allocate(given);
    // 7728.00 - 72.50
    expect(told).toEqual({
      outcome: "allocated",
      amount: 72.5,
      currency: "GBP",
      date: "2026-11-23",
      creditType: "overpayment",
      creditId: ID,
      creditStatus: "PAID",
      creditTotal: 72.5,
      creditRemaining: 0,
      invoiceId,
      invoiceNumber: "INV-0001",
      invoiceUrl: invoiceUrl(invoiceId),
      invoiceStatus: "AUTHORISED",
      invoiceTotal: 7728,
      amountPaid: 0,
      amountCredited: 72.5,
      amountDue: 7655.5,
      contactId,
      customerName: "Harbour & Finch Ltd",
      dealId: DEAL.website,
      dealUrl: expect.stringContaining(`/0-3/${DEAL.website}`) as string,
    });
    expect(message).toBe(
      "72.50 GBP of the overpayment of 2026-11-20 over 72.50 GBP was set against invoice INV-0001: 0.00 is left of the overpayment, and 7655.50 of the invoice is due.",
    );
    const { invoices, allocations } = books.world.sandbox.xero.books();
    expect(invoices).toMatchObject([
      { Status: "AUTHORISED", AmountDue: 7655.5, AmountCredited: 72.5 },
    ]);
    expect(allocations).toMatchObject([
      { CreditID: ID, InvoiceID: invoiceId, Amount: 72.5 },
    ]);
  });

  it("without an amount no more of a prepayment goes to the invoice than is due, once", async () => {
    const books = await openBooks(platform);
    const { person, contactId } = books;
    const { ID } = person.prepay(contactId, 9000);
    const given = {
      creditType: "prepayment",
      creditId: ID,
      invoiceId: "INV-0001",
      date: "2026-11-21",
    };
    // 9000.00 - 7728.00
    const after = {
      amount: 7728,
      creditStatus: "AUTHORISED",
      creditRemaining: 1272,
      invoiceStatus: "PAID",
      amountDue: 0,
      date: "2026-11-21",
    };
    expect(await books.allocate(given)).toMatchObject({
      outcome: "allocated",
      ...after,
    });
    books.world.sandbox.clock.advance(7 * MINUTE);
    expect(await books.allocate({ ...given, date: "" })).toMatchObject({
      outcome: "already_allocated",
      ...after,
    });
    expect(books.amounts()).toEqual([7728]);
  });

  it("another amount of the same credit note goes to the same invoice, and each amount once", async () => {
    const books = await openBooks(platform);
    const { Number } = creditNote(books);
    const given = { creditType: "credit_note", creditId: Number };
    const allocate = async (amount: string) => {
      const told = await books.allocate({ ...given, amount });
      return [told.outcome, told["amount"], told["creditRemaining"]];
    };
    expect(await allocate("40")).toEqual(["allocated", 40, 80]);
    expect(await allocate("50.00")).toEqual(["allocated", 50, 30]);
    expect(await allocate("40.0")).toEqual(["already_allocated", 40, 30]);
    expect(await allocate("50")).toEqual(["already_allocated", 50, 30]);
    expect(books.amounts()).toEqual([40, 50]);
    // 40.00 + 50.00, where none is named.
    expect(await books.allocate(given)).toMatchObject({
      outcome: "already_allocated",
      amount: 90,
    });
  });

  it("a run whose answer was lost is finished by the next, and by nothing else", async () => {
    const books = await openBooks(platform);
    const { ID } = books.person.overpay(books.contactId, 200);
    const given = { creditType: "overpayment", creditId: ID, amount: "60" };
    const { faults, clock } = books.world.sandbox;
    faults.add({ path: /Allocations/, effect: { kind: "dropAfterCommit" } });
    expect((await books.allocate(given)).error).toMatch(
      /nothing is made|cannot be reached/,
    );
    for (const minutes of [0, 7]) {
      clock.advance(minutes * MINUTE);
      // 200.00 - 60.00; 7728.00 - 60.00
      expect(await books.allocate(given)).toMatchObject({
        outcome: "already_allocated",
        amount: 60,
        creditRemaining: 140,
        amountDue: 7668,
      });
    }
    expect(books.amounts()).toEqual([60]);
  });

  it("what somebody took back in Xero can be set against the invoice again at once", async () => {
    const books = await openBooks(platform);
    const { ID } = books.person.overpay(books.contactId, 60);
    const given = { creditType: "overpayment", creditId: ID, amount: "60" };
    books.world.sandbox.clock.advance(1000);
    await books.allocate(given);
    const [made] = books.world.sandbox.xero.books().allocations;
    books.world.sandbox.clock.advance(1000);
    books.person.deleteAllocation(made!.AllocationID);
    expect((await books.allocate(given)).outcome).toBe("allocated");
    expect(books.amounts()).toEqual([60]);
  });

  it("with nothing left on a side there is nothing to do, unless an amount is named", async () => {
    const books = await openBooks(platform);
    const { person, contactId, invoiceId } = books;
    const { ID } = person.overpay(contactId, 60, { date: "2026-11-20" });
    const given = { creditType: "overpayment", creditId: ID };
    person.pay(invoiceId, 7728);
    expect(await books.allocate(given)).toMatchObject({
      outcome: "nothing_left",
      amount: 0,
      creditRemaining: 60,
      message:
        "Nothing of invoice INV-0001 is due, so all that was left of the overpayment of 2026-11-20 over 60.00 GBP stays with it.",
    });
    person.refund(ID, 60);
    expect(await books.allocate(given)).toMatchObject({
      outcome: "nothing_left",
      message:
        "Nothing of the overpayment of 2026-11-20 over 60.00 GBP is left to set against invoice INV-0001.",
    });
    expect((await books.allocate({ ...given, amount: "60" })).error).toBe(
      "Nothing of the overpayment of 2026-11-20 over 60.00 GBP is left to set against invoice INV-0001. Choose another overpayment.",
    );
    expect(books.amounts()).toEqual([]);
  });

  it("what does not belong together is refused, and nothing is written", async () => {
    const books = await openBooks(platform);
    const { person, contactId, allocate, world } = books;
    const { ID } = person.overpay(contactId, 60, { date: "2026-11-20" });
    const over = {
      creditType: "overpayment",
      creditId: ID,
      date: "2026-11-23",
    };
    const error = async (given: object) => (await allocate({ ...given })).error;
    const draft = creditNote(books, { Status: "DRAFT" });
    const other = creditNote(books, { Contact: { Name: "Blue Door Ltd" } });
    const dollars = creditNote(books, { CurrencyCode: "USD" });
    const voided = creditNote(books);
    person.editCreditNote(voided.ID, { Status: "VOIDED" });
    const supplier = creditNote(books, {
      Type: "ACCPAYCREDIT",
      CreditNoteNumber: "S-1",
      LineItems: [{ Description: "Ads", UnitAmount: 60, AccountCode: "860" }],
    });
    const unsent = person.createInvoice({
      Type: "ACCREC",
      Contact: { ContactID: contactId },
      LineItems: [{ Description: "Design", UnitAmount: 60 }],
    });
    const note = ({ ID: creditId }: { ID: string }) => ({
      creditType: "credit_note",
      creditId,
    });
    expect(await error({ ...over, amount: "60.01" })).toBe(
      "60.01 GBP cannot be set against invoice INV-0001: 60.00 of the overpayment of 2026-11-20 over 60.00 GBP is left, and 7728.00 of the invoice is due. Use an amount up to 60.00, or leave it empty.",
    );
    expect(await error(note(draft))).toBe(
      "Credit note CN-0001 is a draft, so nothing of it can be set against an invoice. Approve it in Xero, then run this step again.",
    );
    expect(await error(note(other))).toBe(
      "Credit note CN-0002 belongs to Blue Door Ltd, but invoice INV-0001 to Harbour & Finch Ltd. Choose a credit and an invoice of the same customer.",
    );
    expect(await error(note(dollars))).toBe(
      "Credit note CN-0003 is in USD, but invoice INV-0001 in GBP. Choose a credit and an invoice of the same currency.",
    );
    expect(await error(note(voided))).toBe(
      "Credit note CN-0004 is voided, so nothing of it can be set against an invoice. Choose another.",
    );
    expect(await error(note(supplier))).toBe(
      `Xero has no credit note ${supplier.ID} of a customer. Check the ID, the credit type and the organisation; those of suppliers cannot be used here.`,
    );
    expect(await error({ ...over, creditType: "prepayment" })).toBe(
      `Xero has no prepayment ${ID} of a customer. Check the ID, the credit type and the organisation; those of suppliers cannot be used here.`,
    );
    expect(await error({ ...over, invoiceId: unsent.InvoiceID })).toBe(
      `Invoice ${unsent.InvoiceNumber} is a draft, so nothing can be set against it. Approve it in Xero, then run this step again.`,
    );
    world.sandbox.xero.books().organisation.PeriodLockDate = "2026-11-30";
    await world.zapier.forget();
    expect(await error(over)).toBe(
      "The overpayment of 2026-11-20 over 60.00 GBP: the allocation date 2026-11-23 lies in a period that is locked in Xero until 2026-11-30. Choose a later date, or move the lock date in Xero (Settings > Financial settings).",
    );
    expect(books.amounts()).toEqual([]);
  });
});
