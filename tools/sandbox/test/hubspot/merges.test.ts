import { createFixedClock } from "../../src/clock";
import { createHubspot } from "../../src/hubspot/hubspot";
import { seedWith, START } from "./account";

const open = () =>
  createHubspot({ clock: createFixedClock(START), seed: seedWith() });

test("a merged record lives on in the one that stays, which keeps its own values", () => {
  const hubspot = open();
  const kept = hubspot.create("companies", { name: "Acme Group" }).id;
  const gone = hubspot.create("companies", { name: "Acme", phone: "1" }).id;
  hubspot.merge("companies", kept, gone);
  expect(hubspot.get("companies", gone)?.id).toBe(kept);
  expect(hubspot.get("companies", kept)?.properties).toMatchObject({
    name: "Acme Group",
    phone: "1",
    hs_merged_object_ids: gone,
  });
});

test("a merge takes over associations", () => {
  const hubspot = open();
  const kept = hubspot.create("companies", { name: "Acme Group" }).id;
  const gone = hubspot.create("companies", { name: "Acme" }).id;
  const person = hubspot.create("contacts", { firstname: "Ann" }, [
    { to: { type: "companies", id: gone }, typeId: 279 },
  ]).id;
  hubspot.merge("companies", kept, gone);
  expect(hubspot.state.links[`0-2/${kept}`]).toEqual(
    expect.arrayContaining([expect.objectContaining({ id: person })]),
  );
});

test("a restored record is found again and counts as changed", () => {
  const hubspot = open();
  const { id } = hubspot.create("contacts", { email: "a@acme.example" });
  hubspot.archive("contacts", id);
  expect(hubspot.get("contacts", id)).toBeUndefined();
  hubspot.restore("contacts", id);
  expect(hubspot.get("contacts", id)).toMatchObject({ archived: false });
});

test("a restored record must not take a unique value back from another one", () => {
  const hubspot = open();
  const { id } = hubspot.create("contacts", { email: "a@acme.example" });
  hubspot.archive("contacts", id);
  hubspot.create("contacts", { email: "a@acme.example" });
  expect(() => hubspot.restore("contacts", id)).toThrow();
  expect(hubspot.get("contacts", id)).toBeUndefined();
});
