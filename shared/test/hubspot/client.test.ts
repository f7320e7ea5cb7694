import { createHubspotClient } from "../../src/hubspot/client";
import { lineWire } from "../builders";
import { connectionReset, scriptedSend, type Reply } from "../scriptedSend";

const LINES = "POST hubspot /crm/objects/line_items/batch/read";
const start = (...replies: Reply[]) => {
  const script = scriptedSend(...replies);
  return { script, hubspot: createHubspotClient(script) };
};
const ids = (count: number) =>
  Array.from({ length: count }, (_, index) => String(index + 1));
const lines = (of: string[]) => ({
  results: of.map((id) => lineWire({}, id)),
});

it("asks for a record with its properties and associations", async () => {
  const { script, hubspot } = start({
    call: "GET hubspot /crm/objects/deals/70%2F1",
    body: { id: "70/1", properties: {} },
  });
  await hubspot.get(
    "deals",
    "70/1",
    {
      properties: ["dealname", "amount"],
      associations: ["line_items", "companies"],
    },
    "deal 70/1",
  );
  expect(script.requests).toEqual([
    {
      vendor: "hubspot",
      method: "GET",
      path: "/crm/objects/2026-09/deals/70%2F1",
      query: {
        properties: "dealname,amount",
        associations: "line_items,companies",
      },
    },
  ]);
});

describe("reading many", () => {
  it("takes a hundred at a time and keeps the order of the ids", async () => {
    const wanted = ids(250);
    const { script, hubspot } = start(
      { call: LINES, body: lines(wanted.slice(0, 100).reverse()) },
      { call: LINES, body: lines(wanted.slice(100, 200)) },
      { call: LINES, body: lines(wanted.slice(200)) },
    );
    const found = await hubspot.read("line_items", wanted, ["name"]);
    expect(found.map(({ id }) => id)).toEqual(wanted);
    expect(script.requests[2]?.body).toEqual({
      inputs: wanted.slice(200).map((id) => ({ id })),
      properties: ["name"],
    });
  });

  it("takes fifty at a time with history", async () => {
    const wanted = ids(51);
    const { script, hubspot } = start(
      { call: LINES, body: lines(wanted.slice(0, 50)) },
      { call: LINES, body: lines(wanted.slice(50)) },
    );
    await hubspot.read("line_items", wanted, [], { history: ["price"] });
    expect(script.requests[1]?.body).toEqual({
      inputs: [{ id: "51" }],
      properties: [],
      propertiesWithHistory: ["price"],
    });
  });

  it("asks for each id once, and for nothing without ids", async () => {
    const { script, hubspot } = start({ call: LINES, body: lines(["1"]) });
    expect(await hubspot.read("line_items", ["1", "1"], [])).toHaveLength(1);
    expect(await hubspot.read("line_items", [], [])).toEqual([]);
    expect(script.calls).toEqual([LINES]);
  });

  it("fails when a record is missing from a 207", async () => {
    const { hubspot } = start({ call: LINES, status: 207, body: lines(["1"]) });
    await expect(
      hubspot.read("line_items", ["1", "2"], []),
    ).rejects.toMatchObject({
      kind: "notFound",
      message:
        "HubSpot did not return line items record 2; it may have been deleted a moment ago. Run this step again.",
    });
  });

  it("skips a missing record where it is told to", async () => {
    const { hubspot } = start({ call: LINES, status: 207, body: lines(["1"]) });
    const found = await hubspot.read("line_items", ["1", "2"], [], {
      missing: "skip",
    });
    expect(found.map(({ id }) => id)).toEqual(["1"]);
  });
});

it("takes a 207 of an associations read as records without associations", async () => {
  const { script, hubspot } = start({
    call: "POST hubspot /crm/associations/deals/companies/batch/read",
    status: 207,
    body: {
      results: [
        {
          from: { id: "701" },
          to: [
            { toObjectId: 501, associationTypes: [{ typeId: 5 }] },
            { toObjectId: "502", associationTypes: [{ typeId: 341 }] },
          ],
        },
      ],
      errors: [{ category: "OBJECT_NOT_FOUND" }],
    },
  });
  const found = await hubspot.associated("deals", "companies", ["701", "702"]);
  expect([...found]).toEqual([
    [
      "701",
      [
        { id: "501", typeIds: [5] },
        { id: "502", typeIds: [341] },
      ],
    ],
  ]);
  expect(script.requests[0]?.body).toEqual({
    inputs: [{ id: "701" }, { id: "702" }],
  });
});

it("a property that does not exist is no error", async () => {
  const call = "GET hubspot /crm/properties/deals/hs_v2";
  const { hubspot } = start({ call, status: 404 });
  expect(await hubspot.property("deals", "hs_v2")).toBeUndefined();
});

it.each([
  [201, true],
  [409, false],
])("creating a property with answer %i reports %p", async (status, created) => {
  const call = "POST hubspot /crm/properties/deals";
  const { script, hubspot } = start({ call, status });
  const definition = {
    groupName: "xero",
    name: "xero_invoice_id",
    label: "Xero invoice ID",
    type: "string",
    fieldType: "text",
    hasUniqueValue: true,
    description: "The invoice.",
  } as const;
  const result = await hubspot.createProperty("deals", definition);
  expect(result).toBe(created);
  expect(script.requests[0]?.body).toEqual(definition);
});

it.each([
  ["HTML", "<html>"],
  ["an empty text", ""],
  ["null", null],
])("an answer of %s is an error that may be tried again", async (_, body) => {
  const call = "GET hubspot /crm/objects/deals/701";
  const { hubspot } = start({ call, body });
  await expect(
    hubspot.get("deals", "701", { properties: [] }, "deal 701"),
  ).rejects.toMatchObject({
    kind: "server",
    message:
      "HubSpot's answer about deal 701 could not be read. Run this step again: nothing is made twice.",
  });
});

it("a broken connection is an error of HubSpot's", async () => {
  const call = "PATCH hubspot /crm/objects/deals/701";
  const { hubspot } = start({ call, breaks: connectionReset() });
  await expect(
    hubspot.update("deals", "701", { amount: "1" }, "deal 701"),
  ).rejects.toMatchObject({ kind: "server", vendor: "hubspot" });
});
