import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { COMPANY } from "@hubspot-xero/sandbox/seed/customers";
import { openWorld, type World } from "./world";

/** What one deal's runs left behind: its invoices and contacts in Xero, and the number that the deal shows. */
function state({ sandbox }: World) {
  const { invoices, contacts } = sandbox.xero.books();
  return {
    invoices: invoices.map(({ Reference, Total }) => ({
      reference: Reference,
      total: Number(Total),
    })),
    contacts: contacts.flatMap(({ ContactNumber }) =>
      ContactNumber?.endsWith(COMPANY.harbour) ? [ContactNumber] : [],
    ),
    dealShows: sandbox.hubspot.get("deals", DEAL.website)?.properties[
      "xero_invoice_number"
    ],
  };
}

it("makes one invoice when two runs of a deal meet", async () => {
  const world = await openWorld();
  await Promise.all([world.invoice(DEAL.website), world.invoice(DEAL.website)]);
  await world.invoice(DEAL.website);
  expect(state(world)).toEqual({
    invoices: [{ reference: `HS-${DEAL.website}`, total: 7728 }],
    contacts: [`hubspot-company-${COMPANY.harbour}`],
    dealShows: "INV-0001",
  });
});

it("lets a refused deal through once the cause is mended, without waiting for Xero's cache", async () => {
  const world = await openWorld();
  const period = { due_in_days: 30, invoice_status: "AUTHORISED" };
  world.sandbox.xero.books().organisation.PeriodLockDate =
    "/Date(4102444800000+0000)/";
  const refused = await world.invoice(DEAL.website, period);
  expect(refused).toMatchObject({
    error: "HaltedError",
    sentence: expect.stringMatching(/lock date/),
  });
  delete world.sandbox.xero.books().organisation.PeriodLockDate;
  const made = await world.invoice(DEAL.website, period);
  expect(made).toMatchObject({ outcome: "created", total: 7728 });
  expect(world.sandbox.xero.books().invoices).toHaveLength(1);
});
