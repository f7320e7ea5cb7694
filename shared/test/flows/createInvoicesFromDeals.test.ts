import { createInvoiceFromDeal } from "../../src/flows/createInvoiceFromDeal";
import { createInvoicesFromDeals } from "../../src/flows/createInvoicesFromDeals";
import { dealsInvoiceOutput } from "../../src/flows/dealsInvoiceOutput";
import type { DealInvoiceOptions } from "../../src/invoice/options";
import { dealOptions, xeroContact, xeroInvoice } from "../builders";
import { scriptedSend, type Reply } from "../scriptedSend";
import {
  contactsReply,
  foundInvoices,
  GET_CONTACTS,
  GET_INVOICES,
  newInvoices,
  PUT_CONTACTS,
  PUT_INVOICES,
  readReplies,
  UPDATE_DEALS,
  updatedReply,
} from "./manyDealReplies";
import {
  companyReply,
  dealReply,
  earlierReply,
  invoiceReply,
  linesReply,
  markReply,
  refusal,
  writeBackReply,
} from "./dealReplies";
import { TENANT, warmContext } from "./warmContext";

const STORED = { "501": { xero_contact_id: "contact-1" } };

async function run(
  ids: string[],
  replies: Reply[],
  options: Partial<DealInvoiceOptions> = {},
) {
  const script = scriptedSend(...replies);
  const result = await createInvoicesFromDeals(
    await warmContext(script),
    { deals: ids.map((dealId) => ({ dealId })) },
    dealOptions(options),
  );
  const sent = (call: string) =>
    script.requests.filter((_, index) => script.calls[index] === call);
  return { output: dealsInvoiceOutput(result), script, sent };
}

const marksOf = (body: unknown) =>
  (body as { inputs: { properties: { xero_sync_mark: string } }[] }).inputs.map(
    ({ properties }) => properties.xero_sync_mark,
  );

const invoiceOf = (id: string) =>
  xeroInvoice({ InvoiceID: `invoice-${id}`, Reference: `HS-${id}` });

it("gives two runs over the same deals the same key, whatever the order of the list", async () => {
  const once = async (ids: string[]) => {
    const { sent } = await run(ids, [
      ...readReplies({ "701": {}, "702": {} }, STORED),
      updatedReply("701", "702"),
      newInvoices(invoiceOf("701"), invoiceOf("702")),
      updatedReply("701", "702"),
    ]);
    const [put] = sent(PUT_INVOICES);
    return { key: put?.headers?.["Idempotency-Key"], body: put?.body };
  };
  const forwards = await once(["701", "702"]);
  expect(forwards.key).toBe(
    `hubspot-invoices|${TENANT}|digest of HS-701 1,HS-702 1`,
  );
  expect(await once(["702", "701"])).toEqual(forwards);
});

it("finds what a broken run made, and takes up the rest under the key that it began with", async () => {
  const begun = (id: string) => ({
    xero_sync_mark: `begun|1@batch-x|HS-${id}|HS-${id}`,
  });
  const { output, sent } = await run(
    ["701", "702", "703"],
    [
      ...readReplies(
        { "701": begun("701"), "702": begun("702"), "703": {} },
        STORED,
      ),
      foundInvoices(invoiceOf("701")),
      updatedReply("701"),
      updatedReply("702", "703"),
      newInvoices(invoiceOf("702")),
      updatedReply("702"),
      newInvoices(invoiceOf("703")),
      updatedReply("703"),
    ],
  );
  expect(output).toMatchObject({ created: 2, recovered: 1 });
  expect(sent(GET_INVOICES)[0]?.query).toEqual({
    where: 'Reference=="HS-701" OR Reference=="HS-702"',
    page: 1,
    pageSize: 1000,
    unitdp: 4,
  });
  expect(
    sent(PUT_INVOICES).map(({ headers }) => headers?.["Idempotency-Key"]),
  ).toEqual([
    `hubspot-invoices|${TENANT}|batch-x`,
    `hubspot-invoices|${TENANT}|digest of HS-703 1`,
  ]);
});

it("asks for one reference at a time where an organisation has too many invoices for several", async () => {
  const begun = (id: string) => ({
    xero_sync_mark: `begun|1@batch-x|HS-${id}|HS-${id}`,
  });
  const { output, sent } = await run(
    ["701", "702"],
    [
      ...readReplies({ "701": begun("701"), "702": begun("702") }, STORED),
      refusal(
        GET_INVOICES,
        "Your request is not filtering Invoices efficiently, given the extremely high volume for this organisation.",
      ),
      foundInvoices(invoiceOf("701")),
      foundInvoices(),
      updatedReply("701"),
      updatedReply("702"),
      newInvoices(invoiceOf("702")),
      updatedReply("702"),
    ],
  );
  expect(output).toMatchObject({ created: 1, recovered: 1 });
  expect(sent(GET_INVOICES).map(({ query }) => query?.["where"])).toEqual([
    'Reference=="HS-701" OR Reference=="HS-702"',
    'Reference=="HS-701"',
    'Reference=="HS-702"',
  ]);
});

it("a run for one deal of a broken batch takes it up under the key of the batch", async () => {
  const script = scriptedSend(
    dealReply({ xero_sync_mark: "begun|1@batch-x|HS-701|HS-701" }),
    earlierReply(),
    linesReply(),
    companyReply({ xero_contact_id: "contact-1" }),
    markReply,
    invoiceReply(),
    writeBackReply,
  );
  await createInvoiceFromDeal(await warmContext(script), "701", dealOptions());
  const put = script.requests[script.calls.indexOf(PUT_INVOICES)];
  expect(put?.headers?.["Idempotency-Key"]).toBe(
    `hubspot-invoices|${TENANT}|batch-x`,
  );
});

it("waits where the batch that a deal was begun in may still be under way", async () => {
  const running = run(
    ["702"],
    [
      ...readReplies(
        { "702": { xero_sync_mark: "begun|1@batch-x|HS-702|HS-702" } },
        STORED,
      ),
      foundInvoices(),
      updatedReply("702"),
      refusal(
        PUT_INVOICES,
        "Idempotency Key: batch-x is used with a different request.",
      ),
    ],
  );
  await expect(running).rejects.toMatchObject({
    kind: "busy",
    retryAfterSeconds: 360,
  });
});

it("invoices no deal that takes no mark, and the others all the same", async () => {
  const { output, sent } = await run(
    ["701", "702"],
    [
      ...readReplies({ "701": {}, "702": {} }, STORED),
      {
        call: UPDATE_DEALS,
        status: 207,
        body: {
          results: [{ id: "702" }],
          errors: [
            {
              category: "VALIDATION_ERROR",
              message: "Deal is locked by a workflow",
              context: { objectWriteTraceId: ["701"] },
            },
          ],
        },
      },
      newInvoices(invoiceOf("702")),
      updatedReply("702"),
    ],
  );
  expect(sent(PUT_INVOICES)[0]?.body).toMatchObject({
    Invoices: [{ Reference: "HS-702" }],
  });
  expect(output.invoices).toMatchObject([
    {
      dealId: "701",
      outcome: "refused",
      sentence:
        'Deal "Website relaunch" was not invoiced. HubSpot refused deal "Website relaunch": Deal is locked by a workflow',
    },
    { dealId: "702", outcome: "created" },
  ]);
});

it("names an invoice that its deal could not be told of, and counts it as failed", async () => {
  const { output } = await run(
    ["701", "702"],
    [
      ...readReplies({ "701": {}, "702": {} }, STORED),
      updatedReply("701", "702"),
      newInvoices(invoiceOf("701"), invoiceOf("702")),
      updatedReply("701"),
    ],
  );
  expect(output).toMatchObject({ created: 1, failed: 1 });
  expect(output.invoices[1]).toMatchObject({
    outcome: "failed",
    invoiceId: "invoice-702",
    total: 6000,
    sentence: expect.stringMatching(
      /^Invoice INV-0042 stands in Xero, but the deal could not be updated; the next run finds the invoice/,
    ),
  });
});

it("does not say of invoices that stand in Xero that none was made", async () => {
  const locked = (id: string) => ({
    category: "VALIDATION_ERROR",
    message: "Deal is locked by a workflow",
    context: { objectWriteTraceId: [id] },
  });
  const running = run(
    ["701", "702"],
    [
      ...readReplies({ "701": {}, "702": {} }, STORED),
      updatedReply("701", "702"),
      newInvoices(invoiceOf("701"), invoiceOf("702")),
      {
        call: UPDATE_DEALS,
        status: 207,
        body: { results: [], errors: [locked("701"), locked("702")] },
      },
    ],
  );
  await expect(running).rejects.toMatchObject({
    message: expect.stringMatching(
      /^None of the 2 deals shows an invoice yet\.\nInvoice INV-0042 stands in Xero/,
    ),
  });
});

it("sends no invoice of a batch whose contacts may or may not have been made", async () => {
  const running = run(
    ["701", "702"],
    [
      ...readReplies(
        { "701": {}, "702": {} },
        { "501": {}, "502": { name: "Alder", xero_contact_id: "contact-2" } },
      ),
      contactsReply([]),
      updatedReply("701", "702"),
      { call: PUT_CONTACTS, status: 502 },
    ],
  );
  await expect(running).rejects.toMatchObject({ kind: "server" });
});

it("two customers of one name are told apart before anything is made, as they would be one after the other", async () => {
  const { output, sent } = await run(
    ["701", "702"],
    [
      ...readReplies(
        { "701": {}, "702": {} },
        { "501": { name: "Alder" }, "502": { name: "Alder" } },
      ),
      contactsReply([]),
      updatedReply("701"),
      {
        call: PUT_CONTACTS,
        body: {
          Contacts: [xeroContact({ ContactNumber: "hubspot-company-501" })],
        },
      },
      newInvoices(invoiceOf("701")),
      updatedReply("701"),
    ],
    { customerMatch: "company_name" },
  );
  expect(sent(PUT_CONTACTS)[0]?.body).toMatchObject({
    Contacts: [{ ContactNumber: "hubspot-company-501" }],
  });
  expect(output.invoices[1]).toMatchObject({
    outcome: "refused",
    sentence: expect.stringMatching(
      /The Xero contact "Alder" \(made in this run, .*belongs to another HubSpot record \(hubspot-company-501\)/,
    ),
  });
});

describe("the contacts of many customers", () => {
  const ids = Array.from({ length: 30 }, (_, index) => String(701 + index));
  const deals = Object.fromEntries(ids.map((id) => [id, {}]));
  const companies = Object.fromEntries(
    ids.map((_, index) => [
      String(501 + index),
      { name: `A customer with quite a long name, number ${index}` },
    ]),
  );
  const contacts = Object.keys(companies).map((id) =>
    xeroContact({
      ContactID: `contact-${id}`,
      ContactNumber: `hubspot-company-${id}`,
    }),
  );
  const writes = [
    updatedReply(...ids),
    newInvoices(...ids.map(invoiceOf)),
    updatedReply(...ids),
  ];

  it("are read as a whole where the organisation has few", async () => {
    const { output, sent } = await run(ids, [
      ...readReplies(deals, companies),
      contactsReply(contacts.slice(0, 20), 2),
      contactsReply(contacts.slice(20), 2),
      ...writes,
    ]);
    expect(output.created).toBe(30);
    expect(sent(GET_CONTACTS).map(({ query }) => query)).toEqual(
      [1, 2].map((page) => ({
        order: "Name ASC",
        includeArchived: true,
        page,
        pageSize: 1000,
        summaryOnly: true,
      })),
    );
  });

  it("are searched by filters that fit into an address where it has many", async () => {
    const { output, sent } = await run(ids, [
      ...readReplies(deals, companies),
      contactsReply([], 40),
      // Customers of two filters may share an e-mail address or a name: their contact then comes twice.
      contactsReply(contacts.slice(0, 20)),
      contactsReply(contacts.slice(19)),
      contactsReply([]),
      contactsReply([]),
      ...writes,
    ]);
    expect(output.created).toBe(30);
    const filters = sent(GET_CONTACTS)
      .slice(1)
      .map(({ query }) => String(query?.["where"]));
    expect(filters.join(" OR ").match(/ContactNumber==/g)).toHaveLength(30);
    for (const filter of filters)
      expect(encodeURIComponent(filter).length).toBeLessThanOrEqual(1900);
  });
});

it("reads settings anew once for all the deals that they refuse, not for each", async () => {
  const replies: Reply[] = [
    ...readReplies({ "701": {}, "702": {} }, STORED),
    { call: "GET xero /Organisation", body: { Organisations: [{}] } },
    { call: "GET xero /Accounts", body: { Accounts: [] } },
    { call: "GET xero /TaxRates", body: { TaxRates: [] } },
  ];
  await expect(
    run(["701", "702"], replies, { accountCode: "999" }),
  ).rejects.toMatchObject({
    kind: "validation",
    message: expect.stringMatching(/^None of the 2 deals was invoiced\./),
  });
});

it("marks what Xero refused under an attempt of its own", async () => {
  const { sent } = await run(
    ["701", "702"],
    [
      ...readReplies(
        {
          "701": {},
          "702": { xero_sync_mark: "refused|1|HS-702|HS-702" },
        },
        STORED,
      ),
      foundInvoices(),
      updatedReply("701", "702"),
      newInvoices(invoiceOf("701"), invoiceOf("702")),
      updatedReply("701", "702"),
    ],
  );
  const batch = "digest of HS-701 1,HS-702 2";
  expect(marksOf(sent(UPDATE_DEALS)[0]?.body)).toEqual([
    `begun|1@${batch}|HS-701|HS-701`,
    `begun|2@${batch}|HS-702|HS-702`,
  ]);
});

it("invoices no deal that has left the stage since HubSpot's search saw it there", async () => {
  const script = scriptedSend(
    {
      call: "POST hubspot /crm/objects/deals/search",
      body: {
        total: 2,
        results: [
          { id: "701", properties: {} },
          { id: "702", properties: {} },
        ],
      },
    },
    ...readReplies(
      {
        "701": { pipeline: "default", dealstage: "closedlost" },
        "702": { pipeline: "default", dealstage: "closedwon" },
      },
      STORED,
    ),
    updatedReply("702"),
    newInvoices(invoiceOf("702")),
    updatedReply("702"),
  );
  const result = await createInvoicesFromDeals(
    await warmContext(script),
    { stage: { pipelineId: "default", stageId: "closedwon" } },
    dealOptions(),
  );
  const { invoices, created } = dealsInvoiceOutput(result);
  expect(created).toBe(1);
  expect(invoices[0]).toMatchObject({
    dealId: "701",
    outcome: "refused",
    sentence: expect.stringMatching(
      /was not invoiced: it has left the stage\.$/,
    ),
  });
  expect(sentInvoices(script)).toEqual(["HS-702"]);
});

it("a batch that may still be under way holds up no other deal", async () => {
  const begun = "begun|1@batch-x|HS-701|HS-701";
  const script = scriptedSend(
    ...readReplies({ "701": { xero_sync_mark: begun }, "702": {} }, STORED),
    { call: GET_INVOICES, body: { Invoices: [] } },
    updatedReply("701", "702"),
    {
      call: PUT_INVOICES,
      status: 400,
      body: { Message: "Idempotency Key: x is used with a different request." },
    },
    newInvoices(invoiceOf("702")),
    updatedReply("702"),
  );
  const result = await createInvoicesFromDeals(
    await warmContext(script),
    { deals: [{ dealId: "701" }, { dealId: "702" }] },
    dealOptions(),
  );
  expect(
    dealsInvoiceOutput(result).invoices.map(({ dealId, outcome }) => [
      dealId,
      outcome,
    ]),
  ).toEqual([
    ["701", "failed"],
    ["702", "created"],
  ]);
});

/** The references of the last invoices that were sent. */
const sentInvoices = ({ requests }: ReturnType<typeof scriptedSend>) =>
  (
    requests.findLast(({ method }) => method === "PUT")?.body as {
      Invoices: { Reference: string }[];
    }
  ).Invoices.map(({ Reference }) => Reference);
