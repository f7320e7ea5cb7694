import { Contact, Invoice, LineAmountTypes } from "xero-node";
import { openSdk } from "./sdkClient";
import type { Sdk } from "./sdkClient";
import { TENANT } from "./tenant";

/** Xero's own client is the witness: it reads our answers and we read its requests. */
describe("xero-node", () => {
  let sdk: Sdk;
  beforeEach(async () => {
    sdk = await openSdk();
  });
  afterEach(() => sdk.close());

  test("reads the organisation and its settings", async () => {
    const { api } = sdk;
    const { organisations } = (await api.getOrganisations(TENANT)).body;
    expect(organisations?.[0]).toMatchObject({
      organisationID: TENANT,
      name: "Harbour Studio Ltd",
      periodLockDate: new Date("2025-12-31T00:00:00Z"),
    });
    const { accounts } = (
      await api.getAccounts(TENANT, undefined, 'Type=="REVENUE"')
    ).body;
    expect(accounts?.map(({ code }) => code)).toEqual(["200", "260", "300"]);
    const { taxRates } = (await api.getTaxRates(TENANT)).body;
    expect(taxRates?.[0]).toMatchObject({
      taxType: "OUTPUT2",
      effectiveRate: 20,
      canApplyToRevenue: true,
    });
    const { currencies } = (await api.getCurrencies(TENANT)).body;
    expect(currencies?.map(({ code }) => String(code))).toEqual(["GBP", "EUR"]);
    const { items } = (await api.getItems(TENANT)).body;
    expect(items?.[0]?.salesDetails?.unitPrice).toBe(19.95);
  });

  test("makes and finds contacts", async () => {
    const { api } = sdk;
    const made = await api.createContacts(TENANT, {
      contacts: [{ name: "Acme", contactNumber: "hubspot-company-1" }],
    });
    const { contactID } = made.body.contacts![0]!;
    const found = await api.getContacts(
      TENANT,
      new Date("2026-11-23T09:00:00Z"),
      'ContactNumber=="hubspot-company-1"',
      "Name ASC",
      undefined,
      1,
    );
    expect(found.body.contacts).toEqual([
      expect.objectContaining({
        contactID,
        name: "Acme",
        contactStatus: Contact.ContactStatusEnum.ACTIVE,
        updatedDateUTC: new Date("2026-11-23T10:00:00Z"),
      }),
    ]);
    expect(found.body.pagination).toMatchObject({ itemCount: 1, pageCount: 1 });
  });

  test("makes, pages and sends invoices", async () => {
    const { api } = sdk;
    const made = await api.createInvoices(
      TENANT,
      {
        invoices: [
          {
            type: Invoice.TypeEnum.ACCREC,
            status: Invoice.StatusEnum.AUTHORISED,
            contact: { name: "City Limousines" },
            date: "2026-11-23",
            dueDate: "2026-12-23",
            lineAmountTypes: LineAmountTypes.Exclusive,
            lineItems: [
              {
                description: "Consulting",
                quantity: 1.5,
                unitAmount: 99.9999,
                accountCode: "200",
              },
            ],
          },
        ],
      },
      true,
      4,
      "deal-1",
    );
    const invoice = made.body.invoices![0]!;
    expect(invoice).toMatchObject({
      invoiceNumber: "INV-0001",
      total: 180,
      amountDue: 180,
      contact: { name: "City Limousines" },
      lineItems: [{ unitAmount: 99.9999, taxAmount: 30 }],
    });
    const listed = await api.getInvoices(
      TENANT,
      undefined,
      "AmountDue>0",
      "UpdatedDateUTC DESC",
      undefined,
      ["INV-0001"],
      undefined,
      ["AUTHORISED"],
      1,
    );
    expect(listed.body.invoices).toHaveLength(1);
    expect(listed.body.invoices![0]!.dueDate).toEqual(
      new Date("2026-12-23T00:00:00Z"),
    );
    const sent = await api.emailInvoice(TENANT, invoice.invoiceID!, {});
    expect(sent.response.status).toBe(204);
    const online = await api.getOnlineInvoice(TENANT, invoice.invoiceID!);
    expect(online.body.onlineInvoices?.[0]?.onlineInvoiceUrl).toContain(
      "https://in.xero.com/",
    );
  });

  test("passes Xero's validation messages on", async () => {
    const refused: unknown = await sdk.api
      .createContacts(TENANT, { contacts: [{ name: "City Limousines" }] })
      .catch((error: unknown) => error);
    const { response } = JSON.parse(String(refused)) as {
      response: {
        statusCode: number;
        body: { Elements: { ValidationErrors: { Message: string }[] }[] };
      };
    };
    expect(response.statusCode).toBe(400);
    expect(response.body.Elements[0]!.ValidationErrors[0]!.Message).toBe(
      "The contact name City Limousines is already assigned to another contact. The contact name must be unique across all active contacts.",
    );
  });
});
