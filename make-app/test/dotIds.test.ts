import { hubspot, runAnswered, xero } from "./answered";

const only = (vendor: string) =>
  `DataError: ${vendor} has no record with an id or a number that is only dots. Correct it, and run this step again.`;
const TENANT = { organisationId: "6b8f2d1e" };
const invoice = { id: "6b8f", reference: "HS-701", number: "INV-0042" };

it.each([".", "..", " .. "])(
  'an id "%s", which an address would drop, is sent nowhere',
  async (id) => {
    const runs = [
      await runAnswered("getDealForBilling", { dealId: id }, hubspot(), []),
      await runAnswered(
        "linkHubspotCustomer",
        { hubspotId: id, contactId: "6b8f" },
        hubspot(),
        [],
      ),
      await runAnswered(
        "updateDealBilling",
        { invoice, dealId: id },
        hubspot(),
        [],
      ),
    ];
    for (const { calls, refusal } of runs)
      expect({ calls, refusal }).toEqual({
        calls: [],
        refusal: only("HubSpot"),
      });
  },
);

it.each([
  ["getXeroContact", "contactId"],
  ["upsertXeroContact", "contactId"],
  ["emailInvoice", "invoiceId"],
  ["createCreditNote", "invoiceId"],
])("%s sends nothing where its %s is dots", async (module, field) => {
  const given = { ...TENANT, name: "Harbour", [field]: ".." };
  const { calls, refusal } = await runAnswered(module, given, xero(), []);
  expect({ calls, refusal }).toEqual({ calls: [], refusal: only("Xero") });
});
