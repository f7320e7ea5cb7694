import { openTenant, send, TENANT } from "./tenant";

test("without a token the answer is 401", async () => {
  const answer = await openTenant().call("GET", "/Contacts", undefined, {
    authorization: "",
  });
  expect(answer.status).toBe(401);
  expect(answer.body).toMatchObject({ Title: "Unauthorized", Status: 401 });
});

test("a token made elsewhere is refused", async () => {
  const foreign = openTenant({
    seed: { clientId: "x", clientSecret: "y", organisations: [] },
  });
  const answer = await openTenant().call("GET", "/Contacts", undefined, {
    authorization: `Bearer ${foreign.token}`,
  });
  expect(answer.status).toBe(401);
});

test("a token expires after half an hour", async () => {
  const tenant = openTenant();
  tenant.clock.advance(30 * 60_000);
  const answer = await tenant.call("GET", "/Contacts");
  expect(answer.status).toBe(401);
  expect(answer.body).toEqual({
    Type: null,
    Title: "Unauthorized",
    Status: 401,
    Detail: "TokenExpired: token expired at 11/23/2026 10:30:00",
    Instance: expect.any(String),
    Extensions: {},
  });
});

test.each(["", "8fecd03b-d211-491a-a3bb-7203920abac7"])(
  "tenant id %p is not connected",
  async (tenantId) => {
    const answer = await openTenant().call("GET", "/Contacts", undefined, {
      "xero-tenant-id": tenantId,
    });
    expect(answer.status).toBe(403);
    expect(answer.body).toEqual({
      Type: null,
      Title: "Forbidden",
      Status: 403,
      Detail: "AuthenticationUnsuccessful",
      Instance: expect.any(String),
      Extensions: {},
    });
  },
);

test.each([
  ["GET", "/Contacts", "accounting.contacts.read", 200],
  ["PUT", "/Contacts", "accounting.contacts.read", 401],
  ["GET", "/Invoices", "accounting.contacts", 401],
  ["GET", "/Items", "accounting.invoices.read", 200],
  ["GET", "/Items", "accounting.settings", 200],
  ["GET", "/Accounts", "accounting.invoices", 401],
])("%s %s with %s gives %i", async (method, path, scope, status) => {
  const tenant = openTenant();
  const { access_token } = tenant.xero.issueToken([scope]);
  const body = method === "PUT" ? { Contacts: [] } : undefined;
  const answer = await tenant.call(method, path, body, {
    authorization: `Bearer ${access_token}`,
  });
  expect(answer.status).toBe(status);
  if (status === 401) {
    expect(answer.body.Detail).toBe("AuthorizationUnsuccessful");
    expect(answer.headers.get("www-authenticate")).toContain(
      "insufficient_scope",
    );
  }
});

test("what does not exist is a 404 in plain text", async () => {
  const tenant = openTenant();
  for (const path of ["/Nothing", `/Invoices/${TENANT}`, "/Contacts/unknown"]) {
    const answer = await tenant.call("GET", path);
    expect(answer.status).toBe(404);
    expect(answer.text).toBe("The resource you're looking for cannot be found");
    expect(answer.headers.get("content-type")).toMatch(/^text\/plain/);
  }
  expect((await send(tenant.xero, "GET", "/elsewhere")).status).toBe(404);
});

test("a query string beyond 2048 characters is a 404", async () => {
  const tenant = openTenant();
  const ids = (count: number) =>
    encodeURIComponent(Array(count).fill(TENANT).join(","));
  expect((await tenant.call("GET", `/Invoices?IDs=${ids(52)}`)).status).toBe(
    200,
  );
  expect((await tenant.call("GET", `/Invoices?IDs=${ids(53)}`)).status).toBe(
    404,
  );
});

test("a client that does not ask for JSON gets XML, errors included", async () => {
  const tenant = openTenant();
  const found = await tenant.call("GET", "/Organisation", undefined, {
    accept: "*/*",
  });
  expect(found.headers.get("content-type")).toMatch(/^text\/xml/);
  expect(found.text).toContain(
    "<Organisations><Organisation><LegalName>Harbour Studio Ltd</LegalName>",
  );
  const refused = await tenant.call("GET", "/Contacts?where=x", undefined, {
    accept: "",
  });
  expect(refused.status).toBe(400);
  expect(refused.text).toMatch(/^<ApiException><ErrorNumber>16</);
});

test("dates are escaped in the JSON text as Xero does", async () => {
  const answer = await openTenant().call("GET", "/Organisation");
  expect(answer.text).toContain('"DateTimeUTC":"\\/Date(1795428000000)\\/"');
});
