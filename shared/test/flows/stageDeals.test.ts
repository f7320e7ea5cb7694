import { ConnectorError } from "../../src/error/connectorError";
import type { DealAccount } from "../../src/flows/dealLedger";
import { listStageDeals, noteStageDeals } from "../../src/flows/stageDeals";
import { deal } from "../builders";
import { scriptedSend } from "../scriptedSend";
import { warmContext } from "./warmContext";

const STAGE = { pipelineId: "default", stageId: "closedwon" };
const FIRST = {
  filterGroups: [
    {
      filters: [
        { propertyName: "pipeline", operator: "EQ", value: "default" },
        { propertyName: "dealstage", operator: "EQ", value: "closedwon" },
        { propertyName: "xero_invoice_id", operator: "NOT_HAS_PROPERTY" },
      ],
    },
  ],
  sorts: [{ propertyName: "createdate", direction: "ASCENDING" }],
  properties: ["dealname"],
  limit: 100,
};

const found = (total: number, ...ids: string[]) => ({
  call: "POST hubspot /crm/objects/deals/search",
  body: { total, results: ids.map((id) => ({ id, properties: {} })) },
});
const ended = (
  kind: "validation" | "server",
  stageId = STAGE.stageId,
): DealAccount => ({
  dealId: "701",
  deal: deal({ stageId }),
  error: new ConnectorError(kind, "It was not invoiced."),
});

/** What the second run asks for, where the first came to this. */
async function secondSearch(accounts: DealAccount[], total = 9) {
  const script = scriptedSend(found(total, "701", "702"), found(total, "703"));
  const context = await warmContext(script);
  const first = await listStageDeals(context, STAGE);
  await noteStageDeals(context, STAGE, first, accounts);
  await listStageDeals(context, STAGE);
  expect(script.requests[0]?.body).toEqual(FIRST);
  return script.requests[1]?.body;
}

it("a run goes on behind the deals that the last one was refused, and takes no notice of the others", async () => {
  const refused = [ended("validation"), ended("validation")];
  expect(await secondSearch(refused)).toEqual({ ...FIRST, after: "2" });
  const elsewhere = ended("validation", "closedlost");
  expect(await secondSearch([elsewhere])).toEqual(FIRST);
});

it("a run stays where a deal failed, which it may finish", async () => {
  const accounts = [ended("validation"), ended("server")];
  expect(await secondSearch(accounts)).toEqual(FIRST);
});

it("behind the last deal it begins anew", async () => {
  expect(await secondSearch([ended("validation")], 2)).toEqual(FIRST);
});

it("says how many are behind, and begins anew where the stage has shrunk", async () => {
  const script = scriptedSend(
    found(3, "701", "702"),
    found(1),
    found(1, "701"),
  );
  const context = await warmContext(script);
  const first = await listStageDeals(context, STAGE);
  expect(first).toMatchObject({ more: true, passed: 0 });
  await noteStageDeals(context, STAGE, first, [ended("validation")]);
  expect(await listStageDeals(context, STAGE)).toEqual({
    targets: [{ dealId: "701" }],
    passed: 0,
    more: false,
  });
  expect(script.requests[1]?.body).toEqual({ ...FIRST, after: "1" });
});
