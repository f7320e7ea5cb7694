import type { MeteredCall, Vendor } from "@hubspot-xero/sandbox/meter";
import { effects, returns, type Effect } from "./effects";
import type { Flow, FlowName } from "./flow";
import { flowOf } from "./flows";
import { openStage, type Kept, type Stage } from "./stage";
import { tally, type Difference, type Tally } from "./tally";

export interface Case {
  id: string;
  /** The broken call, counted from 0; undefined where there are two runs instead. */
  broken?: { call: number; vendor: Vendor; effect: Effect };
  /** Milliseconds until the run is repeated. */
  wait: number;
}

/** A flow with what stands before it, what it leaves undisturbed, and the ways to break it. */
export interface Plan {
  name: FlowName;
  flow: Flow;
  kept: Kept | undefined;
  clean: Tally;
  cases: Case[];
}

/** Runs a flow undisturbed, checks what it adds, and makes a case of each call, effect and return. */
export async function planOf(name: FlowName, setUp: Kept): Promise<Plan> {
  const flow = flowOf(name);
  const kept = await prepared(flow, flow.bare ? undefined : setUp);
  const stage = await openStage(name.platform, kept);
  try {
    const before = tally(stage);
    const { calls } = await stage.sandbox.meter.during(flow.start(stage));
    const clean = tally(stage);
    checkClean(name, flow, before, clean, stage);
    return { name, flow, kept, clean, cases: casesOf(name, calls) };
  } finally {
    await stage.close();
  }
}

/** An undisturbed run leaves something else than its flow says. */
export class NotAsPlanned extends Error {
  readonly verdict: Difference;

  constructor(verdict: Difference, message: string) {
    super(message);
    this.verdict = verdict;
  }
}

function checkClean(
  { platform, key }: FlowName,
  { adds = {}, totals }: Flow,
  before: Tally,
  clean: Tally,
  { sandbox }: Stage,
): void {
  for (const [kind, by] of Object.entries(adds)) {
    const added = (clean[kind]?.length ?? 0) - (before[kind]?.length ?? 0);
    if (added !== by)
      throw new NotAsPlanned(
        added > by ? "duplicates" : "lost",
        `${platform}/${key} adds ${added} ${kind} undisturbed, not ${by}.`,
      );
  }
  const found = sandbox.xero
    .books()
    .invoices.map(({ Total }) => Number(Total))
    .join(", ");
  if (totals && found !== totals.join(", "))
    throw new NotAsPlanned(
      "wrongTotals",
      `${platform}/${key} makes invoices over ${found} undisturbed, not ${totals.join(", ")}.`,
    );
}

async function prepared(flow: Flow, setUp?: Kept): Promise<Kept | undefined> {
  if (!flow.prepare) return setUp;
  const stage = await openStage("zapier", setUp);
  try {
    await flow.prepare(stage);
    return stage.keep();
  } finally {
    await stage.close();
  }
}

function casesOf(
  { platform, key }: FlowName,
  calls: readonly MeteredCall[],
): Case[] {
  const again = repeatedReads(calls);
  const broken = calls.flatMap((sent, call) =>
    effects
      .filter(({ vendor }) => !vendor || vendor === sent.vendor)
      .filter((effect) => effect.returns === "all" || !again.has(sent))
      .flatMap((effect) =>
        Object.entries(returns)
          .filter(([, wait]) => wait === 0 || isWorthWaiting(effect, sent))
          .map(([name, wait]) => ({
            id: [platform, key, call, effect.id, name].join("/"),
            broken: { call, vendor: sent.vendor, effect },
            wait,
          })),
      ),
  );
  return [...broken, { id: `${platform}/${key}/twice`, wait: 0 }];
}

/**
 * Reads like an earlier one with nothing written between, such as the next page or the next deal of many: what holds
 * for the first way in which a call breaks shows that the run ends there too.
 */
function repeatedReads(calls: readonly MeteredCall[]): Set<MeteredCall> {
  const seen = new Set<string>();
  return new Set(
    calls.filter((call) => {
      if (!isRead(call)) seen.clear();
      const shape = `${call.vendor} ${call.method} ${call.path.replace(ID, "/")}`;
      const isRepeated = isRead(call) && seen.has(shape);
      seen.add(shape);
      return isRepeated;
    }),
  );
}

/** HubSpot's numbers and Xero's GUIDs at the end of a path. */
const ID = /\/(\d+|[\da-f]{8}-[-\da-f]+)$/;

const isRead = ({ method, path }: Pick<MeteredCall, "method" | "path">) =>
  method === "GET" || /\/(search|batch\/read)$/.test(path);

const isWorthWaiting = ({ returns: when }: Effect, sent: MeteredCall) =>
  when === "all" || (when === "all-after-writes" && !isRead(sent));

/** HubSpot set up in the seeded agency. */
export async function setUpAgency(): Promise<Kept> {
  const stage: Stage = await openStage("zapier");
  try {
    const { zapier, authData } = stage;
    const inputData = { confirm: true };
    await zapier.run("creates", "set_up_hubspot", { authData, inputData });
    return stage.keep();
  } finally {
    await stage.close();
  }
}
