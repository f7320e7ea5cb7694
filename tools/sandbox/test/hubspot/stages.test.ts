import { openAccount } from "./account";

const ENTERED = "hs_v2_date_entered_closedwon";

test("entering a stage stamps it, closes the deal and counts the time spent before", () => {
  const { hubspot, clock } = openAccount();
  const { id } = hubspot.create("deals", {
    amount: "100",
    dealstage: "qualifiedtobuy",
  });
  clock.advance(60_000);
  const { properties } = hubspot.update("deals", id, {
    dealstage: "closedwon",
  });
  expect(properties).toMatchObject({
    pipeline: "default",
    hs_v2_date_entered_qualifiedtobuy: "2026-03-12T07:34:03.846Z",
    hs_v2_date_exited_qualifiedtobuy: "2026-03-12T07:35:03.846Z",
    hs_v2_latest_time_in_qualifiedtobuy: "60000",
    hs_v2_cumulative_time_in_qualifiedtobuy: "60000",
    [ENTERED]: "2026-03-12T07:35:03.846Z",
    hs_v2_date_entered_current_stage: "2026-03-12T07:35:03.846Z",
    closedate: "2026-03-12T07:35:03.846Z",
    hs_is_closed: "true",
    hs_is_closed_won: "true",
    hs_deal_stage_probability: "1",
    hs_closed_amount: "100",
  });
});

test("entering again moves the stamp; staying does not", () => {
  const { hubspot, clock } = openAccount();
  const { id } = hubspot.create("deals", { dealstage: "closedwon" });
  clock.advance(1000);
  hubspot.update("deals", id, { dealstage: "closedwon", dealname: "x" });
  expect(hubspot.get("deals", id)?.properties[ENTERED]).toBe(
    "2026-03-12T07:34:03.846Z",
  );
  hubspot.update("deals", id, { dealstage: "contractsent" });
  clock.advance(1000);
  hubspot.update("deals", id, { dealstage: "closedwon" });
  expect(hubspot.get("deals", id)?.properties[ENTERED]).toBe(
    "2026-03-12T07:34:05.846Z",
  );
  expect(
    hubspot.get("deals", id)?.history.dealstage?.map(({ value }) => value),
  ).toEqual(["closedwon", "contractsent", "closedwon"]);
});

test("a probability is printed as the double that holds it", () => {
  const { hubspot } = openAccount();
  const { properties } = hubspot.create("deals", {
    amount: "15000",
    dealstage: "qualifiedtobuy",
  });
  expect(properties.hs_deal_stage_probability).toBe(
    "0.40000000000000002220446049250313080847263336181640625",
  );
  expect(properties.hs_projected_amount).toBe(
    "6000.00000000000033306690738754696212708950042724609375000",
  );
});

test("a stage of another pipeline needs that pipeline in the same write", () => {
  const { hubspot } = openAccount();
  const { id } = hubspot.create("deals", { dealstage: "contractsent" });
  expect(() => hubspot.update("deals", id, { dealstage: "7701" })).toThrow(
    "7701 is not a valid pipeline stage ID",
  );
  hubspot.update("deals", id, { pipeline: "77", dealstage: "7701" });
  expect(
    hubspot.get("deals", id)?.properties.hs_v2_date_entered_7701,
  ).toBeDefined();
});

test("every stage of every pipeline has its properties", async () => {
  const { call } = openAccount();
  const property = await call(
    "GET",
    "/crm/properties/2026-09/deals/hs_v2_date_entered_7701",
  );
  expect(property.body).toMatchObject({
    type: "datetime",
    modificationMetadata: { readOnlyValue: true },
  });
});
