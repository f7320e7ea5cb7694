import { checkConnection } from "../../src/flows/checkConnection";
import { account } from "../builders";
import { scriptedSend, type Reply } from "../scriptedSend";
import { TENANT, warmContext } from "./warmContext";

const connection = (tenantId: string, tenantName?: string) => ({
  id: "c",
  tenantId,
  tenantType: "ORGANISATION",
  tenantName,
});
const replies = (
  connections: Partial<Reply>,
  lines: Partial<Reply> = {},
): Reply[] => [
  { call: "GET hubspot /account-info/details", body: account },
  { call: "GET xero /connections", ...connections },
  ...["deals", "companies", "contacts"].map((type) => ({
    call: `GET hubspot /crm/objects/${type}`,
    body: { results: [] },
  })),
  {
    call: "GET hubspot /crm/objects/line_items",
    body: { results: [] },
    ...lines,
  },
];
const check = async (...script: Reply[]) =>
  checkConnection(await warmContext(scriptedSend(...script)));

it("names both halves of the connection", async () => {
  const body = [
    connection("other", "Other"),
    connection(TENANT, "Demo Company"),
  ];
  expect(await check(...replies({ body }))).toEqual({
    organisationName: "Demo Company",
    hubspotAccount: "2034521",
  });
});

it("a scope that the key lacks is named", async () => {
  const errors = [
    { context: { requiredGranularScopes: ["crm.objects.line_items.read"] } },
  ];
  await expect(
    check(
      ...replies(
        { body: [connection(TENANT)] },
        { status: 403, body: { errors } },
      ),
    ),
  ).rejects.toMatchObject({
    kind: "permission",
    message: expect.stringContaining("crm.objects.line_items.read") as string,
  });
});

it("an organisation that is no longer connected is a missing permission", async () => {
  await expect(
    check(...replies({ body: [connection("other")] })),
  ).rejects.toMatchObject({ kind: "permission", vendor: "xero" });
});

it("an expired token of Xero's asks to reconnect", async () => {
  await expect(
    check(...replies({ status: 401, body: { Detail: "TokenExpired" } })),
  ).rejects.toMatchObject({ kind: "auth", vendor: "xero" });
});
