import { messages, openTenant, type Tenant } from "./tenant";

const DAY = 86_400_000;

const retainer = (more: object = {}, schedule: object = {}): object => ({
  Type: "ACCREC",
  Status: "AUTHORISED",
  Contact: { Name: "City Limousines" },
  Reference: "HS-1",
  Schedule: {
    Period: 1,
    Unit: "MONTHLY",
    DueDate: 14,
    DueDateType: "DAYSAFTERBILLDATE",
    StartDate: "2026-11-30",
    ...schedule,
  },
  LineItems: [
    {
      Description: "Care",
      Quantity: 2,
      UnitAmount: 100.125,
      AccountCode: "200",
    },
  ],
  ...more,
});

async function create(tenant: Tenant, ...given: Parameters<typeof retainer>) {
  const { body, status } = await tenant.call(
    "PUT",
    "/RepeatingInvoices?unitdp=4",
    retainer(...given),
  );
  expect(status).toBe(200);
  return body.RepeatingInvoices[0];
}

const made = ({ xero }: Tenant) =>
  xero
    .books()
    .invoices.map(({ DateString, DueDateString, Status, Total }) => [
      DateString.slice(0, 10),
      DueDateString?.slice(0, 10),
      Status,
      Total,
    ]);

/** The day passes, and somebody looks. */
function pass(tenant: Tenant, days: number) {
  tenant.clock.advance(days * DAY);
}

test("a template is shown with its next date and its totals", async () => {
  const tenant = openTenant();
  const template = await create(tenant);
  expect(template).toMatchObject({
    RepeatingInvoiceID: expect.stringMatching(/^[0-9a-f-]{36}$/),
    ID: template.RepeatingInvoiceID,
    Type: "ACCREC",
    Status: "AUTHORISED",
    Reference: "HS-1",
    CurrencyCode: "GBP",
    Contact: { Name: "City Limousines" },
    Schedule: {
      Period: 1,
      Unit: "MONTHLY",
      DueDate: 14,
      DueDateType: "DAYSAFTERBILLDATE",
      StartDate: "/Date(1795996800000+0000)/",
      NextScheduledDate: "/Date(1795996800000+0000)/",
    },
    LineItems: [{ UnitAmount: 100.125, LineAmount: 200.25, TaxAmount: 40.05 }],
    SubTotal: 200.25,
    TotalTax: 40.05,
    Total: 240.3,
  });
  const { body } = await tenant.call(
    "GET",
    '/RepeatingInvoices?where=Reference=="HS-1"',
  );
  expect(body.RepeatingInvoices).toHaveLength(1);
});

test("Xero makes an invoice on each date, the last day standing in for one that a month lacks", async () => {
  const tenant = openTenant();
  const { RepeatingInvoiceID } = await create(tenant, {}, {});
  pass(tenant, 6);
  expect(made(tenant)).toEqual([]);
  pass(tenant, 94);
  expect(made(tenant)).toEqual([
    ["2026-11-30", "2026-12-14", "AUTHORISED", 240.3],
    ["2026-12-30", "2027-01-13", "AUTHORISED", 240.3],
    ["2027-01-30", "2027-02-13", "AUTHORISED", 240.3],
    ["2027-02-28", "2027-03-14", "AUTHORISED", 240.3],
  ]);
  expect(tenant.xero.books().invoices[0]).toMatchObject({
    RepeatingInvoiceID,
    Reference: "HS-1",
    InvoiceNumber: "INV-0001",
  });
});

test.each([
  ["DAYSAFTERBILLMONTH", 10, "2026-12-10"],
  ["OFCURRENTMONTH", 31, "2026-11-30"],
  ["OFFOLLOWINGMONTH", 31, "2026-12-31"],
  ["OFFOLLOWINGMONTH", 20, "2026-12-20"],
])("%s %i is due on %s", async (DueDateType, DueDate, due) => {
  const tenant = openTenant();
  await create(tenant, {}, { DueDateType, DueDate });
  pass(tenant, 7);
  expect(made(tenant)[0]?.[1]).toBe(due);
});

test("a schedule ends after its last date, and makes drafts where it is a draft", async () => {
  const tenant = openTenant();
  await create(
    tenant,
    { Status: "DRAFT" },
    { Unit: "WEEKLY", Period: 2, EndDate: "2026-12-14" },
  );
  pass(tenant, 100);
  expect(made(tenant).map(([date, , status]) => [date, status])).toEqual([
    ["2026-11-30", "DRAFT"],
    ["2026-12-14", "DRAFT"],
  ]);
  const [template] = tenant.xero.books().repeatingInvoices;
  expect(template?.Schedule.NextScheduledDate).toBeUndefined();
});

test("what a new schedule says of the past is billed at once, and not e-mailed", async () => {
  const tenant = openTenant();
  await create(
    tenant,
    { ApprovedForSending: true },
    { StartDate: "2026-09-23" },
  );
  expect(
    tenant.xero
      .books()
      .invoices.map(({ DateString, SentToContact }) => [
        DateString.slice(0, 10),
        SentToContact,
      ]),
  ).toEqual([
    ["2026-09-23", false],
    ["2026-10-23", false],
    ["2026-11-23", true],
  ]);
});

test("a deleted schedule makes nothing more; nothing else can be changed", async () => {
  const tenant = openTenant();
  const { RepeatingInvoiceID } = await create(tenant);
  const path = `/RepeatingInvoices/${RepeatingInvoiceID}`;
  const edit = await tenant.call("POST", path, { Reference: "other" });
  expect(edit.status).toBe(400);
  const ended = await tenant.call("POST", path, { Status: "DELETED" });
  expect(ended.body.RepeatingInvoices[0].Status).toBe("DELETED");
  pass(tenant, 60);
  expect(made(tenant)).toEqual([]);
});

test.each<[object, object, string]>([
  [{}, { Period: 0 }, "Schedule Period must be a whole number"],
  [{}, { EndDate: "2026-11-01" }, "EndDate cannot be before StartDate"],
  [{ Schedule: {} }, {}, "Schedule Period must be specified"],
  [{ LineItems: [] }, {}, "One or more line items must be specified"],
  [{ CurrencyCode: "USD" }, {}, "not subscribed to currency USD"],
])("refuses %j %j", async (more, schedule, message) => {
  const tenant = openTenant();
  const answer = await tenant.call(
    "PUT",
    "/RepeatingInvoices",
    retainer(more, schedule),
  );
  expect(answer.status).toBe(400);
  expect(messages(answer).join(" ")).toContain(message);
});
