import { listXeroConnections, newestFirst } from "../../src/xero/connections";
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
    { vendor: "xero", method: "GET", path: "/connections" },
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
