import { BILLING } from "./billing";
import { NOW, openWorld, writes } from "./xeroWorld";

const billingOf = (part: "deposit" | "balance", invoiceId?: unknown) => {
  const key = `HS-701-${part === "deposit" ? "D" : "B"}`;
  return {
    ...BILLING,
    deal: { ...BILLING.deal, billing: { invoiceId } },
    part,
    inParts: true,
    key,
    reference: key,
    mayExist: false,
    readAt: NOW,
    begun: { state: "begun", attempt: 1, billingKey: key, reference: key },
  };
};
const GIVEN = {
  accountCode: "200",
  taxType: "OUTPUT2",
  invoiceStatus: "AUTHORISED",
  dueInDays: 30,
};

it("a deposit and its balance come to the deal, and a payment on the deposit to the sum of both", async () => {
  const world = await openWorld();
  const bill = (part: "deposit" | "balance", more: object = {}, id?: unknown) =>
    world.run("createInvoiceFromDeal", {
      ...GIVEN,
      ...more,
      billing: billingOf(part, id),
    });
  // 30% of 100.00, and 20% of it
  const deposit = await bill("deposit", { depositPercent: "30" });
  expect(deposit).toMatchObject({
    outcome: "created",
    total: 36,
    difference: 0,
    syncMark: "done|1|HS-701-D|HS-701-D",
    lineItems: [{ description: "Deposit of 30% for Spring", unitPrice: 30 }],
  });
  const balance = await bill("balance", {}, deposit["invoiceId"]);
  expect(balance).toMatchObject({
    outcome: "created",
    total: 84,
    difference: 0,
    lineItems: [
      { description: "Design", lineAmount: 100 },
      {
        description: `Less deposit ${deposit["invoiceNumber"]}`,
        lineAmount: -30,
      },
    ],
    invoice: [{ total: "84" }, { total: "36" }],
  });

  world.sandbox.xero.person().pay(String(deposit["invoiceId"]), 36);
  const found = await world.search("searchInvoices", {
    invoiceId: deposit["invoiceId"],
    limit: 1,
  });
  expect(found).toMatchObject([
    {
      invoiceId: deposit["invoiceId"],
      amountDue: 0,
      shownInvoiceId: balance["invoiceId"],
      invoice: [
        { total: "36", amountPaid: "36" },
        { total: "84", amountPaid: "0" },
      ],
    },
  ]);
});

it("a balance without a deposit is refused before anything is written to Xero", async () => {
  const world = await openWorld();
  const refusal = await world.refusal("createInvoiceFromDeal", {
    ...GIVEN,
    billing: billingOf("balance"),
  });
  expect(refusal).toEqual({
    type: "DataError",
    message:
      'Deal "Spring" has no deposit in Xero (reference HS-701-D), so its balance cannot be billed. Bill the deposit first, or bill the whole deal.',
  });
  expect(writes(world.sent())).toEqual([]);
});

it("many deals in one run take no part of a deal", async () => {
  const world = await openWorld();
  const billing = billingOf("balance");
  const refusal = await world.refusal("createInvoices", {
    ...GIVEN,
    deals: [
      { billing: { ...billing, begun: { ...billing.begun, batch: "make" } } },
    ],
  });
  expect(refusal.message).toContain("which is done one deal at a time");
});
