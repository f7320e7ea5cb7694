import { bookInvoice } from "./booked";
import { openTenant } from "./tenant";
import type { Answer } from "./tenant";

describe("lists", () => {
  async function three() {
    const tenant = openTenant();
    const person = tenant.xero.person();
    const [first, second] = [bookInvoice(tenant), bookInvoice(tenant)];
    person.pay(first.InvoiceID, 30, { date: "2026-11-24" });
    tenant.clock.advance(1_500);
    person.pay(second.InvoiceID, 20, {
      date: "2026-11-25",
      accountCode: "970",
    });
    tenant.clock.advance(1_500);
    const { PaymentID } = person.pay(first.InvoiceID, 10);
    person.deletePayment(PaymentID);
    return { tenant, first, second };
  }
  const amounts = (answer: Answer) =>
    answer.body.Payments.map(({ Amount }: { Amount: number }) => Amount);

  test.each([
    ["", [30, 20, 10]],
    ["page=1&pageSize=2", [30, 20]],
    ["page=2&pageSize=2", [10]],
    ["order=Amount", [10, 20, 30]],
    ["order=Date%20DESC", [20, 30, 10]],
    [where('Status=="AUTHORISED"'), [30, 20]],
    [where("Date>=DateTime(2026,11,24) AND Amount<25"), [20]],
    [where('Invoice.InvoiceNumber=="INV-0002"'), [20]],
    [where('Account.Code=="970"'), [20]],
    [where('PaymentType=="ACCRECPAYMENT"'), [30, 20, 10]],
  ])("%s", async (query, expected) => {
    const { tenant } = await three();
    expect(amounts(await tenant.call("GET", `/Payments?${query}`))).toEqual(
      expected,
    );
  });

  test("by invoice id, and since a second of change, deletions included", async () => {
    const { tenant, first } = await three();
    const query = where(`Invoice.InvoiceID==Guid("${first.InvoiceID}")`);
    expect(amounts(await tenant.call("GET", `/Payments?${query}`))).toEqual([
      30, 10,
    ]);
    // The second payment was made at 10:00:01.500, the deletion at 10:00:03.
    for (const [since, expected] of [
      ["2026-11-23T10:00:01", [20, 10]],
      ["2026-11-23T10:00:01.900", [20, 10]],
      ["2026-11-23T10:00:02", [10]],
      ["2026-11-23T10:00:04", []],
    ] as const)
      expect(
        amounts(
          await tenant.call("GET", "/Payments", undefined, {
            "if-modified-since": since,
          }),
        ),
      ).toEqual(expected);
  });

  test("one poll of Invoices sees each payment and each deletion", async () => {
    const { tenant, first, second } = await three();
    const answer = await tenant.call(
      "GET",
      "/Invoices?page=1&order=UpdatedDateUTC",
      undefined,
      { "if-modified-since": "2026-11-23T10:00:01" },
    );
    expect(
      answer.body.Invoices.map((invoice: Record<string, unknown>) => [
        invoice.InvoiceID,
        invoice.UpdatedDateUTC,
        invoice.AmountPaid,
      ]),
    ).toEqual([
      [second.InvoiceID, "/Date(1795428001500+0000)/", 20],
      [first.InvoiceID, "/Date(1795428003000+0000)/", 30],
    ]);
  });

  test("those of one moment come by id", async () => {
    const tenant = openTenant();
    const { InvoiceID } = bookInvoice(tenant);
    const person = tenant.xero.person();
    const ids = [1, 2, 3, 4].map(
      (amount) => person.pay(InvoiceID, amount).PaymentID,
    );
    const answer = await tenant.call("GET", "/Payments");
    expect(
      answer.body.Payments.map((row: { PaymentID: string }) => row.PaymentID),
    ).toEqual(ids.toSorted());
  });
});

function where(text: string): string {
  return `where=${encodeURIComponent(text)}`;
}

test.each([
  ["Payments", "accounting.payments"],
  ["BatchPayments", "accounting.payments"],
  ["Overpayments", "accounting.payments"],
  ["Prepayments", "accounting.payments"],
  ["CreditNotes", "accounting.invoices"],
  ["BankTransactions", "accounting.banktransactions"],
])("%s needs %s", async (resource, scope) => {
  const tenant = openTenant();
  const status = async (method: string, scopes: string[]) => {
    const { access_token } = tenant.xero.issueToken(scopes);
    const answer = await tenant.call(method, `/${resource}`, "{}", {
      authorization: `Bearer ${access_token}`,
    });
    return answer.status;
  };
  const refused = 401;
  expect(await status("PUT", [`${scope}.read`, "accounting.contacts"])).toBe(
    refused,
  );
  expect(await status("PUT", [scope])).not.toBe(refused);
  const other =
    scope === "accounting.payments"
      ? "accounting.invoices"
      : "accounting.payments";
  expect(await status("PUT", [other])).toBe(refused);
});
