import { createHubspotClient } from "../../src/hubspot/client";
import type { HttpRequest } from "../../src/transport/send";
import { createXeroClient } from "../../src/xero/client";

/** Both vendors' clients over a transport that gives one answer to every request. */
function answering(body: unknown) {
  const sent: HttpRequest[] = [];
  const send = (request: HttpRequest) => {
    sent.push(request);
    return Promise.resolve({ status: 200, headers: {}, body });
  };
  return {
    sent,
    xero: createXeroClient({ send, tenantId: "tenant" }),
    hubspot: createHubspotClient({ send }),
  };
}

it.each([".", ".."])(
  "a number %j is refused before it leaves: it would name another address",
  async (number) => {
    const { sent, xero } = answering({});
    await expect(xero.findInvoiceById(number)).rejects.toMatchObject({
      kind: "validation",
      message:
        "Xero has no record with an id or a number that is only dots. Correct it, and run this step again.",
    });
    expect(sent).toEqual([]);
  },
);

it.each(["../Contacts", "a?b#c", "%2F", "a\r\nX-Header: b"])(
  "an odd number %j stays one part of the path",
  async (number) => {
    const { sent, xero } = answering({
      Invoices: [{ InvoiceID: "id", Type: "ACCREC" }],
    });
    await xero.findInvoiceById(number);
    expect(sent.map(({ path }) => path)).toEqual([
      `/api.xro/2.0/Invoices/${encodeURIComponent(number)}`,
    ]);
  },
);

it.each([{}, "text", 7, { length: 1 }])(
  "a list that is %j ends in a sentence",
  async (list) => {
    const { hubspot } = answering({ results: list });
    await expect(hubspot.pipelines()).rejects.toMatchObject({
      name: "ConnectorError",
      kind: "server",
      message: expect.stringContaining("holds no list") as string,
    });
  },
);
