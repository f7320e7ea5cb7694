import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { buildSync } from "esbuild";
import { DEAL } from "@hubspot-xero/sandbox/seed/deals";
import { openWorld, type World } from "./world";

/** Bundled once, so that a process is up in a moment; in a folder from which the built app is found as from the source. */
const STEP = path.join(__dirname, "../dist/invoiceOnce.cjs");

beforeAll(() => {
  buildSync({
    entryPoints: [path.join(__dirname, "invoiceOnce.ts")],
    outfile: STEP,
    bundle: true,
    platform: "node",
    logLevel: "error",
  });
});

/**
 * Runs the step in a process of its own and kills it, without warning, while it waits for the answer to its
 * `call`-th request. Returns false when the run ended before that.
 */
async function runAndKill(world: World, call: number): Promise<boolean> {
  const { faults, meter, environment } = world.sandbox;
  const before = meter.calls().length;
  faults.add({ after: call, effect: { kind: "hang" } });
  const child = spawn(process.execPath, [STEP], {
    env: {
      ...process.env,
      ...environment,
      AUTH_DATA: JSON.stringify(world.authData),
      DEAL_ID: DEAL.website,
    },
    stdio: "ignore",
  });
  const ended = once(child, "exit");
  let running = true;
  void ended.then(() => (running = false));
  while (running && meter.calls().length - before <= call) await sleep(5);
  const killed = running;
  child.kill("SIGKILL");
  await ended;
  faults.clear();
  return killed;
}

it("leaves one invoice when its process is killed at any call and run again", async () => {
  let call = 0;
  for (let killed = true; killed; call += 1) {
    const world = await openWorld();
    killed = await runAndKill(world, call);
    const again = await world.invoice(DEAL.website);
    expect(again).toMatchObject({ invoice_number: "INV-0001", total: 7728 });
    const { invoices, contacts } = world.sandbox.xero.books();
    expect({
      call,
      invoices: invoices.length,
      contacts: contacts.length,
    }).toEqual({ call, invoices: 1, contacts: 8 });
    await world.sandbox.close();
  }
  // The 9 calls of the job, and those for metadata.
  expect(call).toBeGreaterThan(9);
}, 120_000);
