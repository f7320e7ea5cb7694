import { openTenant } from "./tenant";

type Tenant = ReturnType<typeof openTenant>;

const codes = async ({ call }: Tenant, since: string) => {
  const { body } = await call("GET", "/Items", undefined, {
    "if-modified-since": since,
  });
  return body.Items.map(({ Code }: { Code: string }) => Code);
};

test("items that a person made or changed are among those modified since, no others", async () => {
  const tenant = openTenant();
  const { clock, xero } = tenant;
  const since = new Date(clock.now().getTime() + 60_000).toISOString();
  expect(await codes(tenant, since)).toEqual([]);
  clock.advance(120_000);
  const { ItemID } = xero.person().createItem({ Code: "NEW", Name: "New" });
  expect(await codes(tenant, since)).toEqual(["NEW"]);
  const later = new Date(clock.now().getTime() + 60_000).toISOString();
  clock.advance(120_000);
  expect(await codes(tenant, later)).toEqual([]);
  xero.person().editItem(ItemID, { SalesDetails: { UnitPrice: 1.2345 } });
  const { body } = await tenant.call("GET", "/Items/new?unitdp=4");
  expect(body.Items[0]).toMatchObject({
    Code: "NEW",
    Name: "New",
    SalesDetails: { UnitPrice: 1.2345 },
    UpdatedDateUTC: `/Date(${clock.now().getTime()}+0000)/`,
  });
  expect(await codes(tenant, later)).toEqual(["NEW"]);
});

test("a person's item keeps Xero's rules", () => {
  const person = openTenant().xero.person();
  person.createItem({ Code: "NEW" });
  expect(() => person.createItem({ Code: "new" })).toThrow();
  expect(() => person.createItem({ Code: "x".repeat(31) })).toThrow();
});
