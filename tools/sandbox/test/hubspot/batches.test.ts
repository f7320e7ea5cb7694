import { openAccount } from "./account";

const DEALS = "/crm/objects/2026-09/deals/batch";

test("reads what is there, names what is not, and never tells associations", async () => {
  const { call, hubspot } = openAccount();
  const { id } = hubspot.create("deals", { dealname: "Website" });
  const all = await call("POST", `${DEALS}/read`, {
    inputs: [{ id }],
    properties: ["dealname"],
    associations: ["companies"],
  });
  expect(all.status).toBe(200);
  expect(all.at("results.0.properties.dealname")).toBe("Website");
  expect(all.at("results.0.associations")).toBeUndefined();
  const some = await call("POST", `${DEALS}/read`, {
    inputs: [{ id }, { id: "7" }],
  });
  expect(some.status).toBe(207);
  expect(some.at("errors.0")).toMatchObject({
    category: "OBJECT_NOT_FOUND",
    message:
      "Could not get some DEAL objects, they may be deleted or not exist. Check that ids are valid.",
    context: { ids: ["7"] },
  });
});

test("upsert tells new from old, by a unique property", async () => {
  const { call, hubspot } = openAccount();
  const old = hubspot.create("deals", { xero_invoice_id: "a" });
  const input = (id: string) => ({
    id,
    idProperty: "xero_invoice_id",
    properties: { dealname: id },
  });
  const answer = await call("POST", `${DEALS}/upsert`, {
    inputs: [input("a"), input("b")],
  });
  expect(answer.status).toBe(200);
  expect(answer.at("results")).toMatchObject([
    { id: old.id, new: false, properties: { dealname: "a" } },
    { new: true, properties: { dealname: "b", xero_invoice_id: "b" } },
  ]);
});

test.each(["hs_object_id", "dealname"])(
  "upsert by %s is refused",
  async (idProperty) => {
    const { call } = openAccount();
    const answer = await call("POST", `${DEALS}/upsert`, {
      inputs: [{ id: "1", idProperty, properties: {} }],
    });
    expect(answer.status).toBe(400);
    expect(answer.at("message")).toContain(
      `non-unique 0-3 property ${idProperty}`,
    );
  },
);

test("contacts are upserted by e-mail address", async () => {
  const { call, hubspot } = openAccount();
  const { id } = hubspot.create("contacts", { email: "ann@example.com" });
  const answer = await call(
    "POST",
    "/crm/objects/2026-09/contacts/batch/upsert",
    {
      inputs: [
        {
          id: "Ann@example.com",
          idProperty: "email",
          properties: { email: "ann@example.com", lastname: "Lee" },
        },
      ],
    },
  );
  expect(answer.at("results")).toMatchObject([{ id, new: false }]);
});

test("one bad input fails all of them, unless it carries a trace id", async () => {
  const { call, hubspot } = openAccount();
  const inputs = [
    { properties: { dealname: "good" }, objectWriteTraceId: "t1" },
    { properties: { bogus: "1" }, objectWriteTraceId: "t2" },
  ];
  const untraced = inputs.map(({ properties }) => ({ properties }));
  const failed = await call("POST", `${DEALS}/create`, { inputs: untraced });
  expect(failed.status).toBe(400);
  expect(hubspot.state.objects).toEqual({});
  const partial = await call("POST", `${DEALS}/create`, { inputs });
  expect(partial.status).toBe(207);
  expect(partial.body).toMatchObject({
    status: "COMPLETE",
    results: [{ objectWriteTraceId: "t1", properties: { dealname: "good" } }],
    numErrors: 1,
    errors: [
      {
        category: "VALIDATION_ERROR",
        context: { objectWriteTraceId: ["t2"] },
      },
    ],
  });
});

test("two inputs of one batch cannot take the same unique value", async () => {
  const { call, hubspot } = openAccount();
  const input = { properties: { xero_invoice_id: "same" } };
  const failed = await call("POST", `${DEALS}/create`, {
    inputs: [input, input],
  });
  expect(failed.status).toBe(400);
  expect(failed.at("message")).toContain("already has that value");
  expect(hubspot.state.objects).toEqual({});
});

test.each(["read", "update", "upsert"])(
  "ids that come twice in %s are refused",
  async (verb) => {
    const { call, hubspot } = openAccount();
    const { id } = hubspot.create("deals", { xero_invoice_id: "a" });
    const key =
      verb === "upsert" ? { id: "a", idProperty: "xero_invoice_id" } : { id };
    const input = { ...key, properties: {} };
    const answer = await call("POST", `${DEALS}/${verb}`, {
      inputs: [input, input],
    });
    expect(answer.status).toBe(400);
    expect(answer.at("message")).toBe(
      `Duplicate IDs found in batch input: [${key.id}]. IDs must be unique`,
    );
  },
);

test("a batch holds a hundred at most", async () => {
  const { call } = openAccount();
  const inputs = Array.from({ length: 101 }, (_, id) => ({ id: String(id) }));
  expect((await call("POST", `${DEALS}/read`, { inputs })).status).toBe(400);
});

test("update and archive", async () => {
  const { call, hubspot } = openAccount();
  const { id } = hubspot.create("deals", {});
  const updated = await call("POST", `${DEALS}/update`, {
    inputs: [
      { id, properties: { dealname: "x" } },
      { id: "9", properties: {} },
    ],
  });
  expect(updated.status).toBe(207);
  expect(updated.at("results.0.properties.dealname")).toBe("x");
  const gone = await call("POST", `${DEALS}/archive`, { inputs: [{ id }] });
  expect(gone.status).toBe(204);
  expect(hubspot.get("deals", id)).toBeUndefined();
});
