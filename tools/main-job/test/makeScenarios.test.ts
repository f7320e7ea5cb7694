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
    {
      watchInvoices: { organisationId: authData["organisation_id"] },
      searchInvoices: { organisationId: authData["organisation_id"] },
    },
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
