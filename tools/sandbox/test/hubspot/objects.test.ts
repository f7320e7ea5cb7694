import { openAccount } from "./account";

const DEALS = "/crm/objects/2026-09/deals";

describe("creating", () => {
  test("answers 201 with what was sent, what is calculated, and the record's address", async () => {
    const { call } = openAccount();
    const created = await call("POST", DEALS, {
      properties: { dealname: "Website", amount: 10000 },
    });
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      id: "500000000001",
      properties: {
        amount: "10000",
        amount_in_home_currency: "10000",
        createdate: "2026-03-12T07:34:03.846Z",
        hs_is_closed_won: "false",
        hs_num_of_associated_line_items: "0",
        hs_object_source: "INTEGRATION",
      },
      createdAt: "2026-03-12T07:34:03.846Z",
      archived: false,
      url: "https://app-eu1.hubspot.com/contacts/147893286/record/0-3/500000000001",
    });
    expect(created.at("properties.dealstage")).toBeUndefined();
  });

  test("converts the amount of a foreign currency exactly", async () => {
    const { call } = openAccount();
    const created = await call("POST", DEALS, {
      properties: { amount: "0.10", deal_currency_code: "EUR" },
    });
    expect(created.at("properties.amount_in_home_currency")).toBe("0.1250");
  });

  test.each(["deal", "deals", "0-3"])(
    "accepts %s as the type",
    async (type) => {
      const { call } = openAccount();
      const answer = await call("GET", `/crm/objects/2026-03/${type}`);
      expect(answer.body).toEqual({ results: [] });
    },
  );

  test("a second contact with the same e-mail address is a conflict that names the first", async () => {
    const { call } = openAccount();
    const contacts = "/crm/v3/objects/contacts";
    await call("POST", contacts, { properties: { email: "Ann@Example.com" } });
    const again = await call("POST", contacts, {
      properties: { email: "ann@example.COM" },
    });
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({
      message: "Contact already exists. Existing ID: 500000000001",
      category: "CONFLICT",
    });
  });

  test("a line item takes over what its product says", async () => {
    const { call, hubspot } = openAccount();
    const product = hubspot.create("products", {
      name: "Hosting",
      price: "19.99",
    });
    const line = hubspot.create("line_items", {
      hs_product_id: product.id,
      quantity: "2",
      price: "15",
    });
    const read = await call(
      "GET",
      `/crm/objects/2026-09/line_items/${line.id}?properties=name,price,amount`,
    );
    expect(read.body).toMatchObject({
      properties: { name: "Hosting", price: "15", amount: "30" },
    });
  });

  test("a note needs its time", async () => {
    const { call } = openAccount();
    const answer = await call("POST", "/crm/objects/2026-09/notes", {
      properties: { hs_note_body: "<b>Sent</b>" },
    });
    expect(answer.status).toBe(400);
    expect(answer.at("message")).toBe(
      "Error creating NOTE. Some required properties were not set.",
    );
  });

  test("nothing is kept of a create whose association cannot be made", async () => {
    const { call, hubspot } = openAccount();
    const answer = await call("POST", DEALS, {
      properties: { dealname: "Website" },
      associations: [{ to: { id: "12" }, types: [{ associationTypeId: 3 }] }],
    });
    expect(answer.status).toBe(404);
    expect(hubspot.state.objects).toEqual({});
  });
});

describe("reading", () => {
  test("sends null for what is unset and nothing for what is unknown", async () => {
    const { call, hubspot } = openAccount();
    const { id } = hubspot.create("deals", { dealname: "Website" });
    const read = await call("GET", `${DEALS}/${id}?properties=amount,bogus`);
    expect(read.at("properties")).toEqual({
      amount: null,
      createdate: "2026-03-12T07:34:03.846Z",
      hs_lastmodifieddate: "2026-03-12T07:34:03.846Z",
      hs_object_id: id,
    });
  });

  test("finds an object by a unique property, and refuses any other", async () => {
    const { call, hubspot } = openAccount();
    const { id } = hubspot.create("deals", { xero_invoice_id: "inv-1" });
    const path = (name: string) => `${DEALS}/inv-1?idProperty=${name}`;
    expect((await call("GET", path("xero_invoice_id"))).at("id")).toBe(id);
    const refused = await call("GET", path("dealname"));
    expect(refused.status).toBe(400);
    expect(refused.at("message")).toBe(
      "Unable to perform update/upsert by non-unique 0-3 property dealname in portal ID 147893286",
    );
  });

  test("history comes newest first", async () => {
    const { call, hubspot, clock } = openAccount();
    const { id } = hubspot.create("deals", { amount: "1" });
    clock.advance(1000);
    await call("PATCH", `${DEALS}/${id}`, { properties: { amount: "2" } });
    const read = await call(
      "GET",
      `${DEALS}/${id}?propertiesWithHistory=amount`,
    );
    expect(read.at("propertiesWithHistory.amount")).toEqual([
      {
        value: "2",
        timestamp: "2026-03-12T07:34:04.846Z",
        sourceType: "INTEGRATION",
        sourceId: "26892217",
      },
      {
        value: "1",
        timestamp: "2026-03-12T07:34:03.846Z",
        sourceType: "CRM_UI",
        sourceId: "userId:88842095",
        updatedByUserId: 88842095,
      },
    ]);
  });

  test("lists by pages; the last one has no paging", async () => {
    const { call, hubspot } = openAccount();
    for (const dealname of ["a", "b", "c"])
      hubspot.create("deals", { dealname });
    const first = await call("GET", `${DEALS}?limit=2`);
    const after = first.at("paging.next.after");
    expect(first.at("paging.next.link")).toBe(
      `https://api.hubapi.com${DEALS}?limit=2&after=${after}`,
    );
    const last = await call("GET", `${DEALS}?limit=2&after=${after}`);
    expect(last.at("results.0.properties.dealname")).toBe("c");
    expect(last.at("paging")).toBeUndefined();
  });

  test("an archived object is gone, unless asked for as such", async () => {
    const { call, hubspot } = openAccount();
    const { id } = hubspot.create("deals", {});
    expect((await call("DELETE", `${DEALS}/${id}`)).status).toBe(204);
    expect((await call("GET", `${DEALS}/${id}`)).status).toBe(404);
    const archived = await call("GET", `${DEALS}/${id}?archived=true`);
    expect(archived.at("archivedAt")).toBe("2026-03-12T07:34:03.846Z");
  });

  test.each([
    ["/crm/objects/2026-09/deals/12", 404, "resource not found"],
    [
      "/crm/objects/2026-09/deals/x",
      404,
      "Object not found.  objectId are usually numeric.",
    ],
    [
      "/crm/objects/2026-09/widgets/1",
      400,
      "Unable to infer object type from: widgets",
    ],
    ["/crm/objects/2024-01/deals/12", 404, "resource not found"],
    [
      `/crm/v3/objects/deals?properties=${"x".repeat(9000)}`,
      414,
      "URI Too Long",
    ],
  ])("refuses %.40s", async (path, status, message) => {
    const answer = await openAccount().call("GET", path);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ status: "error", message });
  });
});

describe("updating", () => {
  test("an empty text clears, and is echoed as such", async () => {
    const { call, hubspot } = openAccount();
    const { id } = hubspot.create("deals", { description: "old" });
    const cleared = await call("PATCH", `${DEALS}/${id}`, {
      properties: { description: "" },
    });
    expect(cleared.at("properties.description")).toBe("");
    const read = await call("GET", `${DEALS}/${id}?properties=description`);
    expect(read.at("properties.description")).toBeNull();
  });

  test("a unique value that another object has is refused with 400", async () => {
    const { call, hubspot } = openAccount();
    const first = hubspot.create("deals", { xero_invoice_id: "inv-1" });
    const second = hubspot.create("deals", {});
    const path = `${DEALS}/${second.id}`;
    const body = { properties: { xero_invoice_id: "inv-1" } };
    const refused = await call("PATCH", path, body);
    expect(refused.status).toBe(400);
    expect(refused.at("message")).toBe(
      `Cannot set PropertyValueCoordinates{portalId=147893286, objectTypeId=ObjectTypeId{legacyObjectType=DEAL}, propertyName=xero_invoice_id, value=inv-1} on ${second.id}. ${first.id} already has that value.`,
    );
    hubspot.archive("deals", first.id);
    expect((await call("PATCH", path, body)).status).toBe(200);
  });

  test("an update that changes nothing leaves the modification instant alone", async () => {
    const { hubspot, clock } = openAccount();
    const { id, updatedAt } = hubspot.create("deals", { amount: "5" });
    clock.advance(5000);
    expect(hubspot.update("deals", id, { amount: "5" }).updatedAt).toBe(
      updatedAt,
    );
    expect(hubspot.update("deals", id, { amount: "6" }).updatedAt).toBe(
      "2026-03-12T07:34:08.846Z",
    );
  });
});

test("a state that was kept goes on where it stood", async () => {
  const changes: number[] = [];
  const before = openAccount({ onChange: () => changes.push(1) });
  const { id } = before.hubspot.create("deals", { dealname: "Website" });
  expect(changes).toHaveLength(1);
  const { state } = before.hubspot;
  expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  const after = openAccount({ state: JSON.parse(JSON.stringify(state)) });
  expect(after.hubspot.get("deals", id)?.properties.dealname).toBe("Website");
  expect(after.hubspot.create("deals", {}).id).toBe("500000000002");
});
