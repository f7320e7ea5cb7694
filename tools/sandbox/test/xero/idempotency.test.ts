import { approved, openTenant } from "./tenant";
import type { Tenant } from "./tenant";

const KEY = { "idempotency-key": "deal-1" };

const put = (tenant: Tenant, body: unknown = approved({}), headers = KEY) =>
  tenant.call("PUT", "/Invoices", body, headers);

test("a repeated key gives the first answer, byte for byte, and costs a call", async () => {
  const tenant = openTenant();
  const first = await put(tenant);
  const second = await put(tenant);
  expect(second.text).toBe(first.text);
  expect(tenant.xero.books().invoices).toHaveLength(1);
  expect(second.headers.get("x-minlimit-remaining")).toBe("58");
  expect(second.headers.get("content-type")).toBe(
    first.headers.get("content-type"),
  );
});

test("two calls at once with one key make one invoice", async () => {
  const tenant = openTenant();
  const [first, second] = await Promise.all([put(tenant), put(tenant)]);
  expect(second.text).toBe(first.text);
  expect(tenant.xero.books().invoices).toHaveLength(1);
});

test("errors are kept too", async () => {
  const tenant = openTenant();
  const bad = approved({ AccountCode: "999" });
  const first = await put(tenant, bad);
  expect(first.status).toBe(400);
  tenant.xero.books().accounts.push({
    ...tenant.xero.books().accounts[1]!,
    AccountID: "1c1b1c1b-0000-4000-a000-000000000000",
    Code: "999",
  });
  expect((await put(tenant, bad)).text).toBe(first.text);
});

test.each([
  ["body", "PUT", "/Invoices", approved({ UnitAmount: 101 })],
  ["query", "PUT", "/Invoices?unitdp=4", approved({})],
  ["method", "POST", "/Invoices", approved({})],
])("the same key with another %s is refused", async (_, method, path, body) => {
  const tenant = openTenant();
  await put(tenant);
  const answer = await tenant.call(method, path, body, KEY);
  expect(answer.status).toBe(400);
  expect(answer.body.Message).toBe(
    "Idempotency Key: deal-1 is used with a different request.",
  );
  expect(tenant.xero.books().invoices).toHaveLength(1);
});

test("after six minutes the key means nothing: the invoice is made again", async () => {
  const tenant = openTenant();
  await put(tenant);
  tenant.clock.advance(6 * 60_000);
  expect((await put(tenant)).body.Invoices[0].InvoiceNumber).toBe("INV-0002");
});

test("keys have at most 128 characters and do nothing on GET", async () => {
  const tenant = openTenant();
  const long = { "idempotency-key": "k".repeat(129) };
  expect((await put(tenant, approved({}), long)).status).toBe(400);
  const read = await tenant.call("GET", "/Invoices", undefined, long);
  expect(read.status).toBe(200);
});

test("the memory of keys is part of the snapshot", async () => {
  const tenant = openTenant();
  const first = await put(tenant);
  const state = JSON.parse(JSON.stringify(tenant.xero.state));
  const again = await put(openTenant({ state, clock: tenant.clock }));
  expect(again.text).toBe(first.text);
});
