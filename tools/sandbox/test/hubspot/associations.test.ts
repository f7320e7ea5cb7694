import { openAccount } from "./account";

const V = "/crm/objects/2026-09";

function billing() {
  const account = openAccount();
  const { hubspot } = account;
  const company = hubspot.create("companies", { name: "Acme" });
  const other = hubspot.create("companies", { name: "Bolt" });
  const contact = hubspot.create("contacts", { email: "ann@example.com" });
  const deal = hubspot.create("deals", { dealname: "Website" }, [
    { to: { type: "companies", id: company.id }, typeId: 341 },
    { to: { type: "contacts", id: contact.id }, typeId: 3 },
  ]);
  const line = hubspot.create("line_items", { price: "1", quantity: "1" }, [
    { to: { type: "deals", id: deal.id }, typeId: 20 },
  ]);
  return { ...account, company, other, contact, deal, line };
}

test("a deal tells its associations by name: the first company is primary and comes twice", async () => {
  const { call, company, contact, deal, line } = billing();
  const read = await call(
    "GET",
    `${V}/deals/${deal.id}?associations=line_items,companies,0-1`,
  );
  const companies = read.at("associations.companies.results");
  expect(companies).toHaveLength(2);
  expect(companies).toEqual(
    expect.arrayContaining([
      { id: company.id, type: "deal_to_company" },
      { id: company.id, type: "deal_to_company_unlabeled" },
    ]),
  );
  expect(read.at("associations.contacts")).toEqual({
    results: [{ id: contact.id, type: "deal_to_contact" }],
  });
  expect(read.at("associations.line items")).toEqual({
    results: [{ id: line.id, type: "deal_to_line_item" }],
  });
});

test("counts follow, on both sides", async () => {
  const { hubspot, call, deal, company, line } = billing();
  expect(hubspot.get("deals", deal.id)?.properties).toMatchObject({
    hs_num_of_associated_line_items: "1",
    num_associated_contacts: "1",
  });
  expect(
    hubspot.get("companies", company.id)?.properties.num_associated_deals,
  ).toBe("1");
  await call("DELETE", `${V}/line_items/${line.id}`);
  expect(
    hubspot.get("deals", deal.id)?.properties.hs_num_of_associated_line_items,
  ).toBe("0");
});

test("there is one primary company, and naming another moves it", async () => {
  const { call, hubspot, contact, company, other } = billing();
  const path = (id: string) =>
    `${V}/contacts/${contact.id}/associations/companies/${id}`;
  const body = [
    { associationCategory: "HUBSPOT_DEFINED", associationTypeId: 1 },
  ];
  await call("PUT", path(company.id), body);
  const put = await call("PUT", path(other.id), body);
  expect(put.status).toBe(201);
  expect(put.body).toEqual({
    fromObjectTypeId: "0-1",
    fromObjectId: contact.id,
    toObjectTypeId: "0-2",
    toObjectId: other.id,
    labels: ["Primary"],
  });
  expect(
    hubspot.get("contacts", contact.id)?.properties.associatedcompanyid,
  ).toBe(other.id);
});

test("batch read answers 207 and says which have none", async () => {
  const { call, hubspot, deal, company } = billing();
  const lonely = hubspot.create("deals", {});
  const read = await call(
    "POST",
    "/crm/associations/2026-09/deals/companies/batch/read",
    {
      inputs: [{ id: deal.id }, { id: lonely.id }],
    },
  );
  expect(read.status).toBe(207);
  expect(read.at("results")).toEqual([
    {
      from: { id: deal.id },
      to: [
        {
          toObjectId: company.id,
          associationTypes: expect.arrayContaining([
            { category: "HUBSPOT_DEFINED", typeId: 5, label: "Primary" },
            { category: "HUBSPOT_DEFINED", typeId: 341, label: null },
          ]),
        },
      ],
    },
  ]);
  expect(read.at("errors.0")).toMatchObject({
    category: "OBJECT_NOT_FOUND",
    context: {
      fromObjectId: [lonely.id],
      fromObjectType: ["deal"],
      toObjectType: ["company"],
    },
  });
});

test("before 2026-09 the ids at the ends are numbers", async () => {
  const { call, deal, contact } = billing();
  const read = await call(
    "GET",
    `/crm/v4/objects/deals/${deal.id}/associations/contacts`,
  );
  expect(read.at("results.0.toObjectId")).toBe(Number(contact.id));
});

test("default associations come and go", async () => {
  const { call, deal, other } = billing();
  const put = await call(
    "PUT",
    `${V}/deals/${deal.id}/associations/default/companies/${other.id}`,
  );
  expect(put.status).toBe(200);
  expect(put.at("results.0.associationSpec.associationTypeId")).toBe(341);
  const gone = await call(
    "DELETE",
    `${V}/deals/${deal.id}/associations/companies/${other.id}`,
  );
  expect(gone.status).toBe(204);
  const read = await call("GET", `${V}/deals/${deal.id}?associations=company`);
  expect(JSON.stringify(read.body)).not.toContain(`"id":"${other.id}"`);
});

test("a label of the account can be made, used and taken away again", async () => {
  const { call, deal, company } = billing();
  const base = "/crm/associations/2026-09/deals/companies";
  const made = await call("POST", `${base}/labels`, {
    label: "Payer",
    name: "payer",
    inverseLabel: "Pays for",
  });
  const typeId = made.at("results.0.typeId");
  const types = [
    { associationCategory: "USER_DEFINED", associationTypeId: typeId },
  ];
  const pair = { from: { id: deal.id }, to: { id: company.id }, types };
  const created = await call("POST", `${base}/batch/create`, {
    inputs: [pair],
  });
  expect(created.status).toBe(201);
  expect(created.at("results.0.labels")).toEqual(["Payer"]);
  const read = () =>
    call("GET", `${V}/deals/${deal.id}?associations=companies`);
  expect(JSON.stringify((await read()).body)).toContain('"type":"payer"');
  await call("POST", `${base}/batch/labels/archive`, { inputs: [pair] });
  expect(JSON.stringify((await read()).body)).not.toContain("payer");
});

test("labels list the unlabelled type and every label", async () => {
  const { call } = openAccount();
  const labels = await call(
    "GET",
    "/crm/associations/2026-09/companies/contacts/labels",
  );
  expect(labels.at("results")).toEqual([
    { category: "HUBSPOT_DEFINED", typeId: 280, label: null },
    { category: "HUBSPOT_DEFINED", typeId: 2, label: "Primary" },
    { category: "HUBSPOT_DEFINED", typeId: 930, label: "Billing contact" },
  ]);
});

test("a type that does not connect the two is refused", async () => {
  const { call, deal, company } = billing();
  const refused = await call(
    "PUT",
    `${V}/deals/${deal.id}/associations/companies/${company.id}`,
    [{ associationCategory: "HUBSPOT_DEFINED", associationTypeId: 19 }],
  );
  expect(refused.status).toBe(400);
});

test("a note is seen on the record it was written on", async () => {
  const { call, hubspot, deal } = billing();
  const note = await call("POST", `${V}/notes`, {
    properties: { hs_timestamp: "2026-03-12T10:00:00Z", hs_note_body: "Paid" },
    associations: [
      {
        to: { id: deal.id },
        types: [
          { associationCategory: "HUBSPOT_DEFINED", associationTypeId: 214 },
        ],
      },
    ],
  });
  expect(note.status).toBe(201);
  expect(hubspot.get("deals", deal.id)?.properties).toMatchObject({
    num_notes: "1",
    notes_last_updated: "2026-03-12T10:00:00Z",
  });
});
