import { approved, openTenant, send } from "./tenant";
test("smoke", async () => {
  const t = openTenant();
  const show = (a: any) => console.log(a.status, a.text.slice(0, 2500));
  show(
    await send(t.xero, "GET", "/connections", undefined, {
      authorization: `Bearer ${t.token}`,
    }),
  );
  show(await t.call("GET", "/Organisation"));
  show(
    await t.call("PUT", "/Contacts", {
      Contacts: [{ Name: "Müller GmbH", EmailAddress: "a@b.de" }],
    }),
  );
  show(
    await t.call(
      "GET",
      `/Contacts?page=1&where=${encodeURIComponent('Name=="muller gmbh"')}`,
    ),
  );
  show(
    await t.call(
      "PUT",
      "/Invoices",
      approved({ DiscountRate: 10, UnitAmount: 2120.44 }),
    ),
  );
  show(await t.call("GET", "/Invoices/INV-0001"));
  show(await t.call("GET", "/Invoices?page=1"));
  show(
    await t.call(
      "PUT",
      "/Invoices",
      approved({ AccountCode: "999", TaxType: "GST" }),
    ),
  );
  show(await t.call("GET", "/Items", undefined, { accept: "*/*" }));
  show(await t.call("GET", "/Nothing"));
});
