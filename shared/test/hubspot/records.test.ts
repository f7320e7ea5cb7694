import { createHubspotClient } from "../../src/hubspot/client";
import { INVOICE_ID } from "../builders";
import { scriptedSend, type Reply } from "../scriptedSend";

const DEAL = `hubspot /crm/objects/deals/${INVOICE_ID}`;
const PATH = `/crm/objects/2026-09/deals/${INVOICE_ID}`;
const start = (...replies: Reply[]) => {
  const script = scriptedSend(...replies);
  return { script, hubspot: createHubspotClient(script) };
};
type Hubspot = ReturnType<typeof start>["hubspot"];

const RECORD = "the deal of invoice INV-0042";
const getByInvoice = (hubspot: Hubspot) =>
  hubspot.get(
    "deals",
    INVOICE_ID,
    {
      properties: ["dealname", "xero_invoice_id"],
      idProperty: "xero_invoice_id",
    },
    RECORD,
  );
const updateByInvoice = (hubspot: Hubspot) =>
  hubspot.update(
    "deals",
    INVOICE_ID,
    { xero_invoice_status: "paid", xero_due_date: "" },
    RECORD,
    "xero_invoice_id",
  );

it("a record is read by a property that is unique, where one is named", async () => {
  const deal = { id: "701", properties: { dealname: "Relaunch" } };
  const { script, hubspot } = start({ call: `GET ${DEAL}`, body: deal });
  expect(await getByInvoice(hubspot)).toEqual(deal);
  expect(script.requests).toEqual([
    {
      vendor: "hubspot",
      method: "GET",
      path: PATH,
      query: {
        properties: "dealname,xero_invoice_id",
        idProperty: "xero_invoice_id",
      },
    },
  ]);
});

it("a record is changed by a property that is unique, an empty text clearing, and its id told", async () => {
  const call = `PATCH ${DEAL}`;
  const { script, hubspot } = start({ call, body: { id: "701" } });
  expect(await updateByInvoice(hubspot)).toBe("701");
  expect(script.requests).toEqual([
    {
      vendor: "hubspot",
      method: "PATCH",
      path: PATH,
      query: { idProperty: "xero_invoice_id" },
      body: { properties: { xero_invoice_status: "paid", xero_due_date: "" } },
    },
  ]);
});

it("a record is changed by its own id, which no slash leads astray", async () => {
  const call = "PATCH hubspot /crm/objects/deals/70%2F1";
  const { script, hubspot } = start({ call, body: {} });
  await hubspot.update("deals", "70/1", { amount: "1" }, "deal 70/1");
  expect(script.requests).toEqual([
    {
      vendor: "hubspot",
      method: "PATCH",
      path: "/crm/objects/2026-09/deals/70%2F1",
      query: {},
      body: { properties: { amount: "1" } },
    },
  ]);
});

it("a note goes onto a deal's timeline in one request", async () => {
  const call = "POST hubspot /crm/objects/notes";
  const { script, hubspot } = start({ call, status: 201, body: { id: "1" } });
  const at = "2026-11-23T10:00:00.000Z";
  await hubspot.createDealNote("701", "<p>Paid</p>", at);
  expect(script.requests).toEqual([
    {
      vendor: "hubspot",
      method: "POST",
      path: "/crm/objects/2026-09/notes",
      body: {
        properties: { hs_timestamp: at, hs_note_body: "<p>Paid</p>" },
        associations: [
          {
            to: { id: "701" },
            types: [
              {
                associationCategory: "HUBSPOT_DEFINED",
                associationTypeId: 214,
              },
            ],
          },
        ],
      },
    },
  ]);
});

it("a note that the key may not write names the scope", async () => {
  const { hubspot } = start({
    call: "POST hubspot /crm/objects/notes",
    status: 403,
    body: {
      errors: [
        { context: { requiredGranularScopes: ["crm.objects.contacts.write"] } },
      ],
    },
  });
  await expect(
    hubspot.createDealNote("701", "<p>Paid</p>", "2026-11-23T10:00:00.000Z"),
  ).rejects.toMatchObject({
    kind: "permission",
    message:
      "HubSpot refused access to the note on deal 701: the connection lacks the scope crm.objects.contacts.write. Add it to the service key in HubSpot, or reconnect and allow it, then run this step again.",
  });
});

const noProperty = (name: string) =>
  `Property values were not valid: ${JSON.stringify([
    { isValid: false, message: "x", error: "PROPERTY_DOESNT_EXIST", name },
  ])}`;

describe.each([
  ["reading", "GET", getByInvoice],
  ["changing", "PATCH", updateByInvoice],
])("%s by a unique property", (_, method, run) => {
  it.each<[answer: Omit<Reply, "call">, met: object]>([
    [
      { status: 404, body: { category: "OBJECT_NOT_FOUND" } },
      {
        kind: "notFound",
        message: `HubSpot has no ${RECORD}, or it was deleted. Check the ID, or restore the record in HubSpot.`,
      },
    ],
    [
      { status: 400, body: { message: noProperty("xero_invoice_id") } },
      {
        kind: "validation",
        message:
          'HubSpot has no property "xero_invoice_id". Run the action "Set Up HubSpot" once, then run this step again.',
      },
    ],
    [
      { status: 409, body: { message: "Another deal has this value." } },
      {
        kind: "conflict",
        message: `HubSpot refused ${RECORD}: Another deal has this value.`,
      },
    ],
    [
      { status: 423, body: {} },
      { kind: "busy", retryAfterSeconds: 2 },
    ],
    [
      { status: 429, body: { policyName: "TEN_SECONDLY_ROLLING" } },
      { kind: "rateLimit", retryAfterSeconds: 10, dayLimit: false },
    ],
    [
      { status: 503, body: "" },
      {
        kind: "server",
        message: `HubSpot failed (503) on ${RECORD}. Run this step again: nothing is made twice.`,
      },
    ],
    [
      { body: "<html>" },
      {
        kind: "server",
        message: `HubSpot's answer about ${RECORD} could not be read. Run this step again: nothing is made twice.`,
      },
    ],
  ])("ends at the answer %j as an error of its kind", async (answer, met) => {
    const { hubspot } = start({ call: `${method} ${DEAL}`, ...answer });
    await expect(run(hubspot)).rejects.toMatchObject({
      vendor: "hubspot",
      ...met,
    });
  });
});

const ASSOCIATED = "POST hubspot /crm/associations/deals/companies/batch/read";
const NONE = {
  category: "OBJECT_NOT_FOUND",
  context: { fromObjectId: ["701"] },
};
const FAILED = {
  category: "INTERNAL_ERROR",
  context: { fromObjectId: ["701"] },
};

it("a deal that HubSpot says has no companies has none", async () => {
  const body = { results: [], errors: [NONE] };
  const { hubspot } = start({ call: ASSOCIATED, status: 207, body });
  expect(await hubspot.associated("deals", "companies", ["701"])).toEqual(
    new Map(),
  );
});

it.each([
  [200, {}],
  [200, { results: { id: "1" } }],
  [207, { results: [], errors: [FAILED] }],
  [207, { results: [], errors: [NONE, FAILED] }],
])(
  "an answer that does not tell of every deal is no answer of none: %i %j",
  async (status, body) => {
    const { hubspot } = start({ call: ASSOCIATED, status, body });
    await expect(
      hubspot.associated("deals", "companies", ["701"]),
    ).rejects.toMatchObject({
      kind: "server",
      message: expect.stringMatching(
        /^HubSpot's answer about companies of deals is not whole/,
      ),
    });
  },
);
