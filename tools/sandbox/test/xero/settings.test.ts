import { messages, openTenant } from "./tenant";

test("accounts are filtered by where", async () => {
  const where = encodeURIComponent('Type=="REVENUE" AND Status=="ACTIVE"');
  const answer = await openTenant().call(
    "GET",
    `/Accounts?where=${where}&order=Code%20DESC`,
  );
  expect(
    answer.body.Accounts.map(({ Code }: { Code: string }) => Code),
  ).toEqual(["260", "200"]);
});

test("a tax rate is read by its type", async () => {
  const tenant = openTenant();
  const answer = await tenant.call("GET", "/TaxRates/RROUTPUT");
  expect(answer.body.TaxRates).toEqual([
    expect.objectContaining({
      Name: "5% (VAT on Income)",
      EffectiveRate: 5,
      CanApplyToRevenue: true,
      CanApplyToExpenses: false,
    }),
  ]);
  expect((await tenant.call("GET", "/TaxRates/NOPE")).status).toBe(404);
});

test("a currency is added once", async () => {
  const tenant = openTenant();
  for (let time = 0; time < 2; time += 1) {
    const answer = await tenant.call("PUT", "/Currencies", { Code: "USD" });
    expect(answer.body.Currencies).toEqual([
      { Code: "USD", Description: "US Dollar" },
    ]);
  }
  const codes = tenant.xero.books().currencies.map(({ Code }) => Code);
  expect(codes).toEqual(["GBP", "EUR", "USD"]);
  const answer = await tenant.call("PUT", "/Currencies", { Code: "XYZ" });
  expect(answer.status).toBe(400);
});

test("branding themes and tracking categories are listed and read", async () => {
  const tenant = openTenant();
  const themes = (await tenant.call("GET", "/BrandingThemes")).body
    .BrandingThemes;
  expect(themes).toHaveLength(2);
  const one = await tenant.call(
    "GET",
    `/BrandingThemes/${themes[1].BrandingThemeID}`,
  );
  expect(one.body.BrandingThemes[0].Name).toBe("Bold");
  const [category] = (await tenant.call("GET", "/TrackingCategories")).body
    .TrackingCategories;
  expect(category).toMatchObject({
    Name: "Region",
    Options: [{ Name: "North" }, { Name: "South" }],
  });
});

test("items are made, found by code, and changed", async () => {
  const tenant = openTenant();
  const made = await tenant.call("PUT", "/Items", {
    Code: "DEV",
    Name: "Development",
    SalesDetails: { UnitPrice: 90.12345, AccountCode: "200" },
  });
  expect(made.body.Items[0]).toMatchObject({
    Code: "DEV",
    SalesDetails: { UnitPrice: 90.12, AccountCode: "200" },
    PurchaseDetails: {},
    UpdatedDateUTC: "/Date(1795428000000)/",
  });
  const changed = await tenant.call("POST", "/Items?unitdp=4", {
    Items: [{ Code: "dev", SalesDetails: { UnitPrice: 90.12345 } }],
  });
  expect(changed.body.Items[0]).toMatchObject({
    ItemID: made.body.Items[0].ItemID,
    Name: "Development",
    SalesDetails: { UnitPrice: 90.1235, AccountCode: "200" },
  });
  const price = async (query: string) =>
    (await tenant.call("GET", `/Items/DEV${query}`)).body.Items[0].SalesDetails
      .UnitPrice;
  expect([await price(""), await price("?unitdp=4")]).toEqual([90.12, 90.1235]);
});

test.each([
  [{ Code: "book" }, "Price List Item with Code 'book' already exists"],
  [
    { Code: "A", SalesDetails: { AccountCode: "999" } },
    "Account must be valid.",
  ],
  [{ Code: "A", SalesDetails: { TaxType: "GST" } }, "Tax rate must be valid."],
  [{ Code: "A".repeat(31) }, "Code must not be more than 30 characters."],
])("the item %j is refused", async (item, message) => {
  const answer = await openTenant().call("PUT", "/Items", { Items: [item] });
  expect(answer.status).toBe(400);
  expect(messages(answer)).toEqual([message]);
});
