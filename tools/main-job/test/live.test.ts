import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { runLive } from "../src/live";
import { openWorld, type World } from "./world";

const printed: string[] = [];

beforeEach(() => {
  printed.length = 0;
  jest
    .spyOn(console, "log")
    .mockImplementation((line: string) => void printed.push(line));
});

afterEach(() => jest.restoreAllMocks());

/** The sandbox as if it were the real accounts, with one billable deal and one without a payer in the stage. */
async function openAccounts(): Promise<World> {
  const world = await openWorld();
  const { hubspot } = world.sandbox;
  hubspot.update("deals", DEAL.website, { dealstage: "closedwon" });
  hubspot.update("deals", DEAL.noPayer, { dealstage: "closedwon" });
  Object.assign(process.env, {
    HUBSPOT_SERVICE_KEY: world.authData["hubspot_token"],
    XERO_ACCESS_TOKEN: world.authData["access_token"],
    XERO_ACCOUNT_CODE: "200",
  });
  return world;
}

const isWrite = ({ method, path }: { method: string; path: string }) =>
  method !== "GET" && !/\/(search|batch\/read)$/.test(path);

it("shows the plan and sends nothing that writes", async () => {
  const { sandbox } = await openAccounts();
  const { result, calls } = await sandbox.meter.during(() =>
    runLive({ write: false }),
  );
  expect(result).toBe(true);
  expect(calls.filter(isWrite)).toEqual([]);
  // 6440 net as the seeded deal's test works out, 20% of it 1288.
  expect(printed.join("\n")).toContain(
    'Website relaunch: to "Harbour & Finch Ltd" (new contact), 6440.00 + 1288.00 tax = 7728.00 GBP',
  );
  expect(printed.join("\n")).toContain("Walk-in logo: Deal");
  expect(printed.join("\n")).toContain("Nothing was written.");
});

it("writes through the app when told to, and once only", async () => {
  const { sandbox } = await openAccounts();
  await runLive({ write: true });
  await runLive({ write: true });
  expect(
    sandbox.xero.books().invoices.map(({ Reference, Status }) => ({
      Reference,
      Status,
    })),
  ).toEqual([{ Reference: `HS-${DEAL.website}`, Status: "DRAFT" }]);
});

it("says so when a vendor failed", async () => {
  const { sandbox } = await openAccounts();
  sandbox.faults.add({
    vendor: "hubspot",
    path: /line_items\/batch\/read/,
    times: 2,
    effect: { kind: "refuse", status: 502 },
  });
  expect(await runLive({ write: false })).toBe(false);
  expect(printed.at(-1)).toContain("Run the command again.");
});

it("stops before anything is read when a setting is missing or unknown", async () => {
  await openAccounts();
  process.env["HUBSPOT_STAGE_ID"] = "nonsense";
  await expect(runLive({ write: false })).rejects.toThrow(
    /HUBSPOT_STAGE_ID is "nonsense", which is no deal stage.*closedwon/,
  );
  delete process.env["HUBSPOT_STAGE_ID"];
  delete process.env["XERO_ACCESS_TOKEN"];
  await expect(runLive({ write: false })).rejects.toThrow(
    /XERO_ACCESS_TOKEN is not set/,
  );
});
