import { contactToCustomer } from "../../../zapier-app/templates/contactToCustomer.template";
import { customerToContact } from "../../../zapier-app/templates/customerToContact.template";
import { itemToProduct } from "../../../zapier-app/templates/itemToProduct.template";
import { productToItem } from "../../../zapier-app/templates/productToItem.template";
import { LINE_CHOICES, openZap } from "./zaps";

it("customer-to-contact makes a company's contact, linked, and carries an edit to it", async () => {
  const { world, zap } = await openZap(customerToContact);
  const { clock, hubspot, xero } = world.sandbox;
  clock.advance(60_000);
  const { id } = hubspot.create("companies", { name: "Blue Door Ltd" });
  await zap.poll();
  const contacts = () =>
    xero
      .books()
      .contacts.filter(
        ({ ContactNumber }) => ContactNumber === `hubspot-company-${id}`,
      )
      .map(({ ContactID, Name, Addresses }) => ({
        ContactID,
        Name,
        City: Addresses?.find(({ AddressType }) => AddressType === "POBOX")
          ?.City,
      }));
  expect(contacts()).toMatchObject([{ Name: "Blue Door Ltd" }]);
  expect(hubspot.get("companies", id)?.properties["xero_contact_id"]).toBe(
    contacts()[0]?.ContactID,
  );
  clock.advance(60_000);
  hubspot.update("companies", id, { city: "Bristol" });
  await zap.poll();
  expect(contacts()).toMatchObject([
    { Name: "Blue Door Ltd", City: "Bristol" },
  ]);
});

it("customer-to-contact takes up the contact of the company's name", async () => {
  const { world, zap } = await openZap(customerToContact);
  const { clock, hubspot, xero } = world.sandbox;
  const { ContactID } = xero.person().createContact({ Name: "Blue Door Ltd" });
  clock.advance(60_000);
  const { id } = hubspot.create("companies", { name: "Blue Door Ltd" });
  await zap.poll();
  expect(hubspot.get("companies", id)?.properties["xero_contact_id"]).toBe(
    ContactID,
  );
});

it("contact-to-customer makes the company of a customer in Xero, and none of a supplier", async () => {
  const { world, zap } = await openZap(contactToCustomer);
  const { clock, hubspot, xero } = world.sandbox;
  const person = xero.person();
  clock.advance(60_000);
  person.createContact({ Name: "Green Door Ltd" });
  person.createInvoice({
    Type: "ACCREC",
    Status: "AUTHORISED",
    Contact: { Name: "Blue Door Ltd" },
    DueDate: "2099-01-31",
    LineItems: [{ Description: "Mug", UnitAmount: 10, AccountCode: "200" }],
  });
  clock.advance(60_000);
  const contact = xero
    .books()
    .contacts.find(({ Name }) => Name === "Blue Door Ltd");
  person.editContact(contact!.ContactID, { FirstName: "Bea" });
  expect(await zap.poll()).toHaveLength(1);
  const companies = Object.values(hubspot.state.objects["0-2"] ?? {})
    .map(({ properties }) => properties)
    .filter(({ xero_contact_id }) => xero_contact_id);
  expect(companies).toMatchObject([
    { name: "Blue Door Ltd", xero_contact_id: contact?.ContactID },
  ]);
});

it("product-to-item makes a product's item with the price, and passes over one without a SKU", async () => {
  const { world, zap } = await openZap(productToItem, { 3: LINE_CHOICES });
  const { clock, hubspot, xero } = world.sandbox;
  clock.advance(60_000);
  hubspot.create("products", { name: "No SKU", price: "1" });
  hubspot.create("products", {
    name: "Audit",
    hs_sku: "AUDIT",
    price: "450.25",
  });
  const runs = await zap.poll();
  expect(runs.map(({ endedAt }) => endedAt).sort()).toEqual([2, undefined]);
  const item = xero.books().items.find(({ Code }) => Code === "AUDIT");
  expect(item).toMatchObject({
    Name: "Audit",
    SalesDetails: { AccountCode: "200", TaxType: "OUTPUT2" },
  });
  expect(Number(item?.SalesDetails?.UnitPrice)).toBe(450.25);
});

it("item-to-product makes the product of an item that is sold, and none of one that is only bought", async () => {
  const { world, zap } = await openZap(itemToProduct);
  const { clock, hubspot, xero } = world.sandbox;
  const person = xero.person();
  clock.advance(60_000);
  person.createItem({ Code: "PAPER", Name: "Paper", IsSold: false });
  person.createItem({
    Code: "AUDIT",
    Name: "Audit",
    SalesDetails: { UnitPrice: 450.25 },
  });
  const runs = await zap.poll();
  expect(runs.map(({ endedAt }) => endedAt).sort()).toEqual([2, undefined]);
  const products = Object.values(hubspot.state.objects["0-7"] ?? {}).filter(
    ({ properties }) => ["PAPER", "AUDIT"].includes(properties["hs_sku"] ?? ""),
  );
  expect(products.map(({ properties }) => properties)).toMatchObject([
    { hs_sku: "AUDIT", name: "Audit", price: "450.25" },
  ]);
});
