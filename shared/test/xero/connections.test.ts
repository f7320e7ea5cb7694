import {
  chosenOrganisation,
  listXeroConnections,
  newestFirst,
} from "../../src/xero/connections";
import { scriptedSend } from "../scriptedSend";

const connection = (tenantId: string, updatedDateUtc?: string) => ({
  id: "c",
  tenantId,
  tenantType: "ORGANISATION",
  updatedDateUtc,
});

it("lists organisations, not practices, and names none in the request", async () => {
  const practice = { ...connection("p"), tenantType: "PRACTICE" };
  const body = [practice, connection("t-1")];
  const script = scriptedSend({ call: "GET xero /connections", body });
  expect(await listXeroConnections(script.send)).toEqual([connection("t-1")]);
  expect(script.requests).toEqual([
    { vendor: "xero", method: "GET", path: "/connections", query: {} },
  ]);
});

it("the organisation that was allowed last comes first", () => {
  const list = [
    connection("never"),
    connection("older", "2026-04-20T11:47:10.3365440"),
    connection("newer", "2026-11-20T09:00:00.0000000"),
  ];
  expect(newestFirst(list).map(({ tenantId }) => tenantId)).toEqual([
    "newer",
    "older",
    "never",
  ]);
});

describe("the organisation that was chosen on the consent page", () => {
  const call = "GET xero /connections";
  const token = (claims: unknown) =>
    `head.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.sign`;
  const older = connection("older", "2026-04-20T11:47:10.3365440");
  const newer = connection("newer", "2026-11-20T09:00:00.0000000");
  // base64url of these claims has both - and _ in it
  const consent = token({ authentication_event_id: "e-1", x: "~~~???ÿ" });

  it("is the one of this consent", async () => {
    const script = scriptedSend({ call, body: [older] });
    expect(await chosenOrganisation(script.send, consent)).toEqual(older);
    expect(script.requests[0]?.query).toEqual({ authEventId: "e-1" });
  });

  it("is the newest of this consent where several were allowed", async () => {
    const script = scriptedSend({ call, body: [older, newer] });
    expect(await chosenOrganisation(script.send, consent)).toEqual(newer);
  });

  it("is the newest of all where the consent has none of its own", async () => {
    const script = scriptedSend(
      { call, body: [] },
      { call, body: [older, newer] },
    );
    expect(await chosenOrganisation(script.send, consent)).toEqual(newer);
    expect(script.requests.map(({ query }) => query)).toEqual([
      { authEventId: "e-1" },
      {},
    ]);
  });

  it.each([
    ["names no consent", token({})],
    ["names it by a number", token({ authentication_event_id: 1 })],
    ["holds no claims", token(null)],
    ["cannot be read", "opaque"],
    ["is empty", ""],
  ])("is the newest of all where the token %s", async (_, accessToken) => {
    const script = scriptedSend({ call, body: [older, newer] });
    expect(await chosenOrganisation(script.send, accessToken)).toEqual(newer);
    expect(script.requests[0]?.query).toEqual({});
  });

  it("is none where nothing is allowed", async () => {
    const script = scriptedSend({ call, body: [] });
    expect(await chosenOrganisation(script.send, "")).toBeUndefined();
  });
});
