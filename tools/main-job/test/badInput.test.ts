import { COMPANY, CONTACT } from "@hubspot-xero/sandbox/seed/customers";
import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { openWorld, type World } from "./world";

/** Nothing half-written: no invoice, no new contact, no mark or number on the deal. */
function expectUntouched({ sandbox }: World, dealId: string) {
  const { invoices, contacts } = sandbox.xero.books();
  expect(invoices).toEqual([]);
  expect(contacts).toHaveLength(7);
  const { properties } = sandbox.hubspot.get("deals", dealId)!;
  expect(properties["xero_invoice_id"]).toBeUndefined();
  expect(properties["xero_sync_mark"]).toBeUndefined();
}

it.each([
  [
    "no payer",
    DEAL.noPayer,
    {},
    /"Walk-in logo" has no company and no contact.*Associate the payer/,
  ],
  [
    "two matching contacts",
    DEAL.twoContacts,
    {},
    /"Show-home signage".*2 active contacts.*"Twin Rivers Lettings".*"Twin Rivers Estates".*Merge them in Xero/,
  ],
  [
    "an archived contact",
    DEAL.archivedContact,
    {},
    /"Label redesign".*"Old Mill Brewery".*is archived\. Restore it in Xero/,
  ],
  [
    "a currency that Xero does not have",
    DEAL.euroDeal,
    {},
    /"Buchmesse stand" is in EUR.*it has GBP, USD.*Add EUR in Xero/,
  ],
  [
    "no lines",
    DEAL.noLines,
    {},
    /"Prospectus" has no line items\. Add them in HubSpot/,
  ],
  [
    "a tiered price",
    DEAL.tiered,
    {},
    /"Seat licences", line "Design system seats".*tiered price/,
  ],
  [
    "an unknown account",
    DEAL.website,
    { account_code: "999" },
    /line "Discovery workshop": the account "999" cannot be used in Xero: there is none.*200 \(Sales\)/,
  ],
  [
    "an archived account",
    DEAL.website,
    { account_code: "299" },
    /account "299".*it is archived/,
  ],
  [
    "a bank account",
    DEAL.website,
    { account_code: "090" },
    /account "090".*cannot be used on invoices/,
  ],
  [
    "no account on an approved invoice",
    DEAL.website,
    { account_code: "" },
    /needs an account code/,
  ],
  [
    "an unknown tax type",
    DEAL.website,
    { tax_type: "GST on Income" },
    /tax type "GST on Income" does not exist.*OUTPUT2/,
  ],
  [
    "a purchase tax type",
    DEAL.website,
    { tax_type: "INPUT2" },
    /tax type "INPUT2".*cannot be used for sales/,
  ],
  [
    "a tax rate without a row in the tax table",
    DEAL.campaign,
    { tax_table: [{ hubspot_tax_rate: "1", xero_tax_rate: "OUTPUT2" }] },
    /line "Campaign concept": its HubSpot tax rate \(8801\) is not in the tax table/,
  ],
  [
    "an e-mail of a draft",
    DEAL.website,
    { invoice_status: "DRAFT", send_email: true },
    /does not e-mail drafts/,
  ],
  [
    "an approved invoice without a due date",
    DEAL.website,
    { due_in_days: "" },
    /Fill in Due In Days/,
  ],
  [
    "a wrong organisation",
    DEAL.website,
    { organisation_id: "00000000-0000-0000-0000-000000000001" },
    /no access to the chosen Xero organisation/,
  ],
  ["no deal", "", {}, /^Deal is empty/],
])(
  "halts on %s, with a sentence, and writes nothing",
  async (_, deal, step, sentence) => {
    const world = await openWorld();
    const refused = await world.invoice(deal, step);
    expect(refused.sentence).toMatch(sentence);
    expect(refused.error).toBe("HaltedError");
    expectUntouched(world, deal || DEAL.website);
  },
);

it("halts on a deal that is not in HubSpot", async () => {
  const world = await openWorld();
  expect(await world.invoice("1")).toEqual({
    error: "HaltedError",
    sentence:
      "HubSpot has no deal 1, or it was deleted. Check the ID, or restore the record in HubSpot.",
  });
});

it("halts on negative figures", async () => {
  const world = await openWorld();
  const { hubspot } = world.sandbox;
  const line = hubspot.create("line_items", {
    name: "Refund",
    quantity: "-2",
    price: "10",
  });
  const deal = hubspot.create("deals", { dealname: "Refund" }, [
    { to: { type: "contacts", id: CONTACT.maria }, typeId: 3 },
    { to: { type: "line_items", id: line.id }, typeId: 19 },
  ]);
  expect((await world.invoice(deal.id)).sentence).toMatch(
    /Deal "Refund", line "Refund": the quantity -2 is negative/,
  );
});

it("halts on a payer with neither name nor e-mail", async () => {
  const world = await openWorld();
  const { hubspot } = world.sandbox;
  const nobody = hubspot.create("contacts", { phone: "1" });
  const line = hubspot.create("line_items", {
    name: "Logo",
    price: "10",
    quantity: "1",
  });
  const deal = hubspot.create("deals", { dealname: "Anonymous" }, [
    { to: { type: "contacts", id: nobody.id }, typeId: 3 },
    { to: { type: "line_items", id: line.id }, typeId: 19 },
  ]);
  const refused = await world.invoice(deal.id);
  expect(refused).toMatchObject({
    error: "HaltedError",
    sentence: expect.stringMatching(
      /"Anonymous" was not invoiced.*neither a name nor an e-mail/,
    ),
  });
});

it("names the scope that the service key lacks", async () => {
  const world = await openWorld();
  world.authData["hubspot_token"] = "sandbox-key-without-line-items";
  const refused = await world.invoice(DEAL.website);
  expect(refused.error).toBe("HaltedError");
  expect(refused.sentence).toMatch(
    /lacks the scope crm\.objects\.line_items\.read/,
  );
});

it("sends the user to Set Up HubSpot when the properties are missing, before Xero is written to", async () => {
  const world = await openWorld({ setUp: false });
  const refused = await world.invoice(DEAL.brand);
  expect(refused).toEqual({
    error: "HaltedError",
    sentence:
      'HubSpot has no property "xero_sync_mark". Run the action "Set Up HubSpot" once, then run this step again.',
  });
  expect(world.sandbox.xero.books().invoices).toEqual([]);
});

it("fails, and does not retry at once, when Xero's day is used up, and says when it ends", async () => {
  const world = await openWorld();
  await world.invoice(DEAL.website);
  world.sandbox.faults.add({
    vendor: "xero",
    effect: {
      kind: "refuse",
      status: 429,
      headers: { "X-Rate-Limit-Problem": "day", "Retry-After": "39600" },
    },
  });
  const failed = await world.invoice(DEAL.brand);
  // 39,600 s = 11 h.
  expect(failed.error).toBe("AppError");
  expect(failed.sentence).toMatch(/daily limit.*ends in about 11 h/);
});

it("reaches an account that was added after the settings were cached", async () => {
  const world = await openWorld();
  await world.invoice(DEAL.website);
  const { accounts } = world.sandbox.xero.books();
  accounts.push({
    ...accounts.find(({ Code }) => Code === "200")!,
    Code: "205",
    Name: "Brand work",
  });
  const made = await world.invoice(DEAL.brand, { account_code: "205" });
  expect(made).toMatchObject({ outcome: "created", total: 4452.01 });
});

it("uses the Xero contact that is stored on the company, whatever its e-mail says", async () => {
  const world = await openWorld();
  const { hubspot, xero } = world.sandbox;
  const lettings = xero
    .books()
    .contacts.find(({ Name }) => Name === "Twin Rivers Lettings")!;
  hubspot.update("companies", COMPANY.twins, {
    xero_contact_id: lettings.ContactID,
  });
  expect(await world.invoice(DEAL.twoContacts)).toMatchObject({
    outcome: "created",
    contact_id: lettings.ContactID,
    contact_outcome: "stored",
  });
});
