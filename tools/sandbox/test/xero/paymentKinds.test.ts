import { bookCreditNote, read } from "./booked";
import { BILL, open, paymentOf, put, remove } from "./paymentCalls";
import { messages } from "./tenant";

describe("foreign currency", () => {
  const euro = { CurrencyCode: "EUR", CurrencyRate: 1.25 };

  test.each<[string, object, object]>([
    [
      "at the posted rate into a pound account",
      { Account: { Code: "090" }, Amount: 100, CurrencyRate: 1.28 },
      { Amount: 100, BankAmount: 78.13, CurrencyRate: 1.28 },
    ],
    [
      "at the day's rate (0.92 / 0.79)",
      { Account: { Code: "090" }, Amount: 100 },
      { Amount: 100, BankAmount: 85.87, CurrencyRate: 1.164557 },
    ],
    [
      "at the rate that the bank's amount shows",
      { Account: { Code: "090" }, Amount: 100, BankAmount: 80 },
      { Amount: 100, BankAmount: 80, CurrencyRate: 1.25 },
    ],
    [
      "into a euro account, amount for amount",
      { Account: { Code: "091" }, Amount: 100, CurrencyRate: 1.28 },
      { Amount: 100, BankAmount: 100, CurrencyRate: 1.28 },
    ],
  ])("%s", async (_, change, money) => {
    const { tenant, payment } = open(euro);
    expect(paymentOf(await put(tenant, payment(change)))).toMatchObject({
      ...money,
      Invoice: { CurrencyCode: "EUR", AmountDue: 20, AmountPaid: 100 },
    });
  });
});

describe("paying credits back", () => {
  test.each([
    ["CreditNote", "ARCREDITPAYMENT", "ACCRECCREDIT"],
    ["Overpayment", "AROVERPAYMENTPAYMENT", "AROVERPAYMENT"],
    ["Prepayment", "ARPREPAYMENTPAYMENT", "ARPREPAYMENT"],
  ])("%s is answered under Invoice", async (kind, PaymentType, Type) => {
    const { tenant, payment } = open();
    const person = tenant.xero.person();
    const [contact] = tenant.xero.books().contacts;
    const credit = {
      CreditNote: () => bookCreditNote(tenant),
      Overpayment: () => person.overpay(contact!.ContactID, 60),
      Prepayment: () => person.prepay(contact!.ContactID, 60),
    }[kind]!();
    const document = {
      Invoice: undefined,
      [kind]: { [`${kind}ID`]: credit.ID },
    };
    const made = paymentOf(await put(tenant, payment(document)));
    expect(made).toMatchObject({
      PaymentType,
      Amount: 50,
      Invoice: {
        Type,
        InvoiceID: credit.ID,
        AmountDue: 10,
        AmountPaid: 50,
        Status: "AUTHORISED",
      },
    });
    await put(tenant, payment({ ...document, Amount: 10 }));
    expect(await read(tenant, `/${kind}s/${credit.ID}`)).toMatchObject({
      Status: "PAID",
      RemainingCredit: 0,
      FullyPaidOnDate: "/Date(1795478400000+0000)/",
      Payments: [{ Amount: 50 }, { Amount: 10 }],
    });
    const more = await put(tenant, payment({ ...document, Amount: 1 }));
    expect(messages(more)).toHaveLength(2);
    await remove(tenant, made.PaymentID);
    const again = await read(tenant, `/${kind}s/${credit.ID}`);
    expect(again).toMatchObject({ Status: "AUTHORISED", RemainingCredit: 50 });
    expect(again).not.toHaveProperty("FullyPaidOnDate");
  });

  test("a supplier's credit note is APCREDITPAYMENT; an unknown one is named", async () => {
    const { tenant, payment } = open();
    const { ID } = bookCreditNote(tenant, {
      Type: "ACCPAYCREDIT",
      LineItems: BILL,
    });
    const pay = (CreditNoteID: string) =>
      put(
        tenant,
        payment({ Invoice: undefined, CreditNote: { CreditNoteID } }),
      );
    expect(paymentOf(await pay(ID)).PaymentType).toBe("APCREDITPAYMENT");
    expect(messages(await pay("5040915e-8ce7-4177-8d08-fde416232f18"))).toEqual(
      [
        "An existing Credit Note with the specified CreditNoteID could not be found",
      ],
    );
  });
});
