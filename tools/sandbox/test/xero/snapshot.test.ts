import { approved, openTenant } from "./tenant";

test("a state written to JSON goes on where it stopped", async () => {
  const first = openTenant();
  await first.call("PUT", "/Invoices", approved({}));
  const state = JSON.parse(JSON.stringify(first.xero.state));
  const second = openTenant({ state, clock: first.clock });
  const [one] = second.xero.books().invoices;
  const answer = await second.call(
    "GET",
    `/Invoices/${one!.InvoiceID}`,
    undefined,
    {
      authorization: `Bearer ${first.token}`,
    },
  );
  expect(answer.body.Invoices[0].InvoiceNumber).toBe("INV-0001");
  const next = await second.call("PUT", "/Invoices", approved({}));
  expect(next.body.Invoices[0].InvoiceNumber).toBe("INV-0002");
  expect(next.body.Invoices[0].InvoiceID).not.toBe(one!.InvoiceID);
});

test("the same requests give the same ids", async () => {
  const run = async () => {
    const tenant = openTenant();
    const answer = await tenant.call("PUT", "/Invoices", approved({}));
    return answer.body.Invoices;
  };
  expect(await run()).toEqual(await run());
});

test("onChange follows each committed write and nothing else", async () => {
  let changes = 0;
  const tenant = openTenant({ onChange: () => (changes += 1) });
  changes = 0;
  await tenant.call("GET", "/Invoices");
  await tenant.call("PUT", "/Invoices", approved({ AccountCode: "999" }));
  expect(changes).toBe(0);
  await tenant.call("PUT", "/Invoices", approved({}));
  expect(changes).toBe(1);
  tenant.xero
    .person()
    .archiveContact(tenant.xero.books().contacts[0]!.ContactID);
  expect(changes).toBe(2);
});

test("a person can archive and restore, which the API cannot", async () => {
  const { xero, call } = openTenant();
  const { ContactID } = xero.person().createContact({ Name: "Walk-in" });
  xero.person().archiveContact(ContactID);
  const status = async () =>
    (await call("GET", `/Contacts/${ContactID}`)).body.Contacts[0]
      .ContactStatus;
  expect(await status()).toBe("ARCHIVED");
  xero.person().restoreContact(ContactID);
  expect(await status()).toBe("ACTIVE");
});
