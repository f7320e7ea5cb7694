import { openWorld } from "./hubspotWorld";

it("hands on a changed company with the instant at which it was read", async () => {
  const world = await openWorld();
  const { clock, hubspot } = world.sandbox;
  const { id } = hubspot.create("companies", { name: "O'Neil" });
  clock.advance(100_000);
  const given = { customerType: "company", limit: 200 };
  const { bundles } = await world.poll("watchHubspotCustomers", given);
  expect(bundles.find(({ hubspotId }) => hubspotId === id)).toMatchObject({
    customer: {
      hubspotId: id,
      name: "O'Neil",
      readAt: "2026-11-23T10:01:40.000Z",
    },
  });
});
