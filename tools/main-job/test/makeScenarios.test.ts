import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { openMake } from "../src/make";
import { importScenario } from "../src/scenario";
import { openWorld } from "./world";

it("a payment on an invoice that no deal shows holds nothing up", async () => {
  const { sandbox, authData } = await openWorld();
  const now = () => new Date(sandbox.clock.now());
  const make = await openMake(sandbox, now);
  const organisationId = authData["organisation_id"];
  const person = sandbox.xero.person();
  const { InvoiceID } = person.createInvoice({
    Type: "ACCREC",
    Status: "AUTHORISED",
    Contact: { Name: "Northwind Energy plc" },
    // A copy of an invoice has the reference of the first.
    Reference: "HS-999",
    DueDate: "2026-12-20",
    LineItems: [
      {
        Description: "Design",
        Quantity: 1,
        UnitAmount: 100,
        AccountCode: "200",
      },
    ],
  });
  person.pay(InvoiceID, 40);
  const { run } = importScenario(
    make,
    "payment-to-deal",
    { watchPayments: { organisationId }, searchInvoices: { organisationId } },
    now,
  );
  const { status, bundles } = await run();
  expect(status).toBe("success");
  expect(bundles).toHaveLength(1);
  expect(bundles.flatMap(({ error }) => error ?? [])).toEqual([]);
  await sandbox.close();
});

it("a voided invoice reaches its deal by the scenario for every change", async () => {
  const world = await openWorld();
  const { sandbox, authData } = world;
  await world.invoice(DEAL.website);
  const now = () => new Date(sandbox.clock.now());
  const make = await openMake(sandbox, now);
  const { run } = importScenario(
    make,
    "invoice-update-to-deal",
    { watchInvoices: { organisationId: authData["organisation_id"] } },
    now,
  );
  const [invoice] = sandbox.xero.books().invoices;
  sandbox.clock.advance(60_000);
  sandbox.xero.person().voidInvoice(invoice!.InvoiceID);
  const { status } = await run();
  expect(status).toBe("success");
  expect(
    sandbox.hubspot.get("deals", DEAL.website)?.properties[
      "xero_invoice_status"
    ],
  ).toBe("voided");
  await sandbox.close();
});

it("an overpayment goes to the customer's oldest open invoices, until it is used up", async () => {
  const { sandbox, authData } = await openWorld();
  const now = () => new Date(sandbox.clock.now());
  const make = await openMake(sandbox, now);
  const organisationId = authData["organisation_id"];
  const person = sandbox.xero.person();
  const owe = (Date: string, UnitAmount: number) =>
    person.createInvoice({
      Type: "ACCREC",
      Status: "AUTHORISED",
      Contact: { Name: "Northwind Energy plc" },
      Date,
      DueDate: "2026-12-20",
      LineAmountTypes: "Inclusive",
      LineItems: [{ Description: "Design", UnitAmount, AccountCode: "200" }],
    });
  const newer = owe("2026-11-20", 100);
  const older = owe("2026-11-10", 40);
  const chosen = { organisationId };
  const scenario = importScenario(
    make,
    "overpayment-to-invoice",
    { watchPayments: chosen, searchInvoices: chosen, allocateCredit: chosen },
    now,
  );
  const { ID } = person.overpay(older.Contact.ContactID, 60);
  const voided = person.overpay(older.Contact.ContactID, 500);
  sandbox.xero.books().credits.find(({ ID }) => ID === voided.ID)!.Status =
    "VOIDED";
  for (let run = 0; run < 3; run += 1) {
    sandbox.clock.advance(60_000);
    const { status, bundles } = await scenario.run();
    expect(status).toBe("success");
    expect(bundles.flatMap(({ error }) => error ?? [])).toEqual([]);
  }
  // 40.00 of 60.00 to the older one, and the 20.00 that are left to the newer one.
  expect(
    sandbox.xero
      .books()
      .allocations.map(({ CreditID, InvoiceID, Amount }) => [
        CreditID,
        InvoiceID,
        Amount,
      ]),
  ).toEqual([
    [ID, older.InvoiceID, 40],
    [ID, newer.InvoiceID, 20],
  ]);
  await sandbox.close();
});
