import { bookCreditNote, bookInvoice, read } from "./booked";
import { messages, openTenant } from "./tenant";
import type { Tenant } from "./tenant";

const KINDS = ["CreditNote", "Overpayment", "Prepayment"] as const;
type Kind = (typeof KINDS)[number];

/** A credit of 60.00 and an invoice of 120.00 of one contact. */
function open(kind: Kind) {
  const tenant = openTenant();
  const { InvoiceID } = bookInvoice(tenant);
  const creditId = bookCredit(tenant, kind);
  tenant.clock.advance(1_000);
  const path = `/${kind}s/${creditId}`;
  const allocation = (Amount: number, more: object = {}) => ({
    Invoice: { InvoiceID },
    Amount,
    Date: "2026-11-24",
    ...more,
  });
  const put = (Amount: number, more: object = {}) =>
    tenant.call("PUT", `${path}/Allocations`, {
      Allocations: [allocation(Amount, more)],
    });
  return { tenant, InvoiceID, creditId, path, allocation, put };
}

function bookCredit(tenant: Tenant, kind: Kind): string {
  const person = tenant.xero.person();
  const { ContactID } = tenant.xero.books().contacts[0]!;
  switch (kind) {
    case "CreditNote":
      return bookCreditNote(tenant).ID;
    case "Overpayment":
      return person.overpay(ContactID, 60).ID;
    case "Prepayment":
      return person.prepay(ContactID, 60).ID;
  }
}

describe.each(KINDS)("%s", (kind) => {
  const name = kind === "CreditNote" ? "Credit Note" : kind;

  test("a part goes off the invoice, and counts as credited", async () => {
    const { tenant, InvoiceID, creditId, path, put } = open(kind);
    const answer = await put(45.5);
    expect(answer.status).toBe(200);
    const [made] = answer.body.Allocations;
    expect(made).toMatchObject({
      Amount: 45.5,
      Date: "/Date(1795478400000+0000)/",
      Invoice: { InvoiceID },
      [kind]: { [`${kind}ID`]: creditId },
    });
    const invoice = await read(tenant, `/Invoices/${InvoiceID}`);
    expect(invoice).toMatchObject({
      Status: "AUTHORISED",
      AmountDue: 74.5,
      AmountPaid: 0,
      AmountCredited: 45.5,
      UpdatedDateUTC: "/Date(1795428001000+0000)/",
      [`${kind}s`]: [
        { [`${kind}ID`]: creditId, AppliedAmount: 45.5, Total: 60 },
      ],
    });
    expect(await read(tenant, path)).toMatchObject({
      Status: "AUTHORISED",
      RemainingCredit: 14.5,
      UpdatedDateUTC: "/Date(1795428001000+0000)/",
      Allocations: [
        {
          AllocationID: made.AllocationID,
          Amount: 45.5,
          Invoice: { InvoiceID, InvoiceNumber: "INV-0001" },
        },
      ],
    });
  });

  test("all of it, in two parts, makes it PAID; the invoice says one sum", async () => {
    const { tenant, InvoiceID, path, put } = open(kind);
    await put(20);
    await put(40, { Date: "2026-11-25" });
    expect(await read(tenant, path)).toMatchObject({
      Status: "PAID",
      RemainingCredit: 0,
      FullyPaidOnDate: "/Date(1795564800000+0000)/",
    });
    const invoice = await read(tenant, `/Invoices/${InvoiceID}`);
    expect(invoice[`${kind}s`]).toEqual([
      expect.objectContaining({ AppliedAmount: 60 }),
    ]);
  });

  test("with a payment it makes the invoice PAID; a removal opens both", async () => {
    const { tenant, InvoiceID, path, put } = open(kind);
    tenant.xero.person().pay(InvoiceID, 60, { date: "2026-11-26" });
    const { AllocationID } = (await put(60)).body.Allocations[0];
    expect(await read(tenant, `/Invoices/${InvoiceID}`)).toMatchObject({
      Status: "PAID",
      AmountDue: 0,
      AmountPaid: 60,
      AmountCredited: 60,
      FullyPaidOnDate: "/Date(1795651200000+0000)/",
    });
    tenant.clock.advance(1_000);
    const removed = await tenant.call(
      "DELETE",
      `${path}/Allocations/${AllocationID}`,
    );
    expect([removed.status, removed.body]).toEqual([
      200,
      {
        AllocationID,
        Amount: 60,
        Date: "/Date(1795478400000+0000)/",
        Invoice: { InvoiceID },
        IsDeleted: true,
      },
    ]);
    const invoice = await read(tenant, `/Invoices/${InvoiceID}`);
    expect(invoice).toMatchObject({
      Status: "AUTHORISED",
      AmountDue: 60,
      AmountPaid: 60,
      UpdatedDateUTC: "/Date(1795428002000+0000)/",
    });
    expect(invoice.FullyPaidOnDate).toBeUndefined();
    expect(invoice.AmountCredited).toBeUndefined();
    expect(await read(tenant, path)).toMatchObject({
      Status: "AUTHORISED",
      RemainingCredit: 60,
      Allocations: [],
      UpdatedDateUTC: "/Date(1795428002000+0000)/",
    });
    const again = await tenant.call(
      "DELETE",
      `${path}/Allocations/${AllocationID}`,
    );
    expect(again.status).toBe(404);
  });

  test.each<[number, object, string]>([
    [
      60.01,
      {},
      kind === "CreditNote"
        ? "Credit Note cannot be allocated as amount is greater than amount outstanding"
        : `${kind} cannot be allocated as the allocation amount is greater than the amount remaining on the ${kind}`,
    ],
    [0, {}, "The allocation amount must be greater than zero"],
    [
      1,
      { Invoice: undefined },
      "An existing Invoice with the specified ID could not be found",
    ],
    [
      1,
      { Date: "2025-12-31" },
      "The document date cannot be before the period lock date, currently set at 31-Dec-2025",
    ],
  ])("%d %j", async (amount, change, message) => {
    const { tenant, put, path } = open(kind);
    const answer = await put(amount, change);
    expect(answer.status).toBe(400);
    expect(messages(answer)).toEqual([message]);
    expect(await read(tenant, path)).toMatchObject({ RemainingCredit: 60 });
  });

  test("not to a paid, voided, foreign or other contact's invoice, nor to a bill", async () => {
    const { tenant, put } = open(kind);
    const person = tenant.xero.person();
    const paid = bookInvoice(tenant);
    person.pay(paid.InvoiceID, 120);
    const voided = bookInvoice(tenant);
    person.voidInvoice(voided.InvoiceID);
    const to = async ({ InvoiceID }: { InvoiceID: string }) =>
      messages(await put(1, { Invoice: { InvoiceID } }));
    const tooMuch = `${name} cannot be allocated as amount is greater than amount outstanding`;
    expect(await to(paid)).toEqual([
      "The invoice you are trying to allocate to has already been paid off",
      tooMuch,
    ]);
    expect(await to(voided)).toEqual([
      `${name} can only be allocated to authorised invoices`,
      tooMuch,
    ]);
    expect(await to(bookInvoice(tenant, {}, { CurrencyCode: "EUR" }))).toEqual([
      `${name} cannot be allocated to an invoice in another currency`,
    ]);
    expect(
      await to(bookInvoice(tenant, {}, { Contact: { Name: "Acme" } })),
    ).toEqual([`${name} cannot be allocated to another contact's invoice`]);
    const bill = { Type: "ACCPAY", InvoiceNumber: "B-1" };
    expect(await to(bookInvoice(tenant, { AccountCode: "400" }, bill))).toEqual(
      [`${name} cannot be allocated to an incorrect invoice type`],
    );
  });

  test("an invoice with an allocation cannot be voided", async () => {
    const { tenant, InvoiceID, put } = open(kind);
    await put(1);
    const answer = await tenant.call("POST", `/Invoices/${InvoiceID}`, {
      Status: "VOIDED",
    });
    expect(messages(answer)).toEqual([
      "The status VOIDED cannot be applied to the invoice because it has payments or credit notes allocated to it.",
    ]);
  });

  test("an allocation of a locked day stays", async () => {
    const { tenant, path, put } = open(kind);
    const { AllocationID } = (await put(1)).body.Allocations[0];
    tenant.xero.books().organisation.PeriodLockDate = "2026-11-30";
    const answer = await tenant.call(
      "DELETE",
      `${path}/Allocations/${AllocationID}`,
    );
    expect(messages(answer)).toEqual([
      "The document cannot be edited as it is currently dated before the period lock date",
    ]);
    expect(await read(tenant, path)).toMatchObject({ RemainingCredit: 59 });
  });

  test("two at once: each counts what the one before took", async () => {
    const { tenant, allocation, path } = open(kind);
    const Allocations = [allocation(40), allocation(40)];
    const put = (query: string) =>
      tenant.call("PUT", `${path}/Allocations${query}`, { Allocations });
    expect((await put("")).status).toBe(400);
    expect(await read(tenant, path)).toMatchObject({ RemainingCredit: 60 });
    const mixed = await put("?summarizeErrors=false");
    expect(
      mixed.body.Allocations.map(
        (each: Record<string, unknown>) => each.StatusAttributeString,
      ),
    ).toEqual(["OK", "ERROR"]);
    expect(await read(tenant, path)).toMatchObject({ RemainingCredit: 20 });
  });
});

test("a draft note is not allocated", async () => {
  const tenant = openTenant();
  const { InvoiceID } = bookInvoice(tenant);
  const { ID } = bookCreditNote(tenant, { Status: "DRAFT" });
  const answer = await tenant.call("PUT", `/CreditNotes/${ID}/Allocations`, {
    Invoice: { InvoiceID },
    Amount: 10,
  });
  expect(messages(answer)).toEqual([
    "Credit Note must be AUTHORISED to be allocated",
  ]);
});

test("an allocation is removed through its own credit only", async () => {
  const { tenant, InvoiceID, creditId } = open("CreditNote");
  const other = bookCreditNote(tenant);
  const person = tenant.xero.person();
  const { AllocationID } = person.allocate(creditId, InvoiceID, 5);
  const answer = await tenant.call(
    "DELETE",
    `/CreditNotes/${other.ID}/Allocations/${AllocationID}`,
  );
  expect(answer.status).toBe(404);
  expect(person.deleteAllocation(AllocationID).IsDeleted).toBe(true);
});

test("a bill is credited by a supplier's note", async () => {
  const tenant = openTenant();
  const { InvoiceID } = bookInvoice(
    tenant,
    { AccountCode: "400" },
    { Type: "ACCPAY" },
  );
  const { ID } = bookCreditNote(tenant, {
    Type: "ACCPAYCREDIT",
    LineItems: [{ Description: "Ads", UnitAmount: 100, AccountCode: "400" }],
  });
  tenant.xero.person().allocate(ID, InvoiceID, 120);
  expect(await read(tenant, `/Invoices/${InvoiceID}`)).toMatchObject({
    Status: "PAID",
    AmountCredited: 120,
  });
});
