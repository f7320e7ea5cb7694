import type { Vendor } from "@hubspot-xero/sandbox/meter";
import type { FlowCost } from "./flows";
import { EVENTS_A_DAY, plus, type DayCost } from "./measureDay";
import type { Cost, Platform } from "./poller";

/** What a trigger costs, with where it belongs. */
export interface TriggerDay {
  platform: Platform;
  what: string;
  vendor: Vendor;
  day: DayCost;
}

const NAMES = {
  zapier: "Zapier",
  make: "Make",
  hubspot: "HubSpot",
  xero: "Xero",
};

/** Markdown tables of calls and bytes a day, for each platform and vendor. */
export function pollingTables(
  days: readonly TriggerDay[],
  minutes: readonly number[],
): string {
  const figures = [
    ["calls", ({ calls }: Cost) => calls.toLocaleString("en-GB")],
    ["bytes", ({ bytes }: Cost) => size(bytes)],
  ] as const;
  return (["zapier", "make"] as const)
    .flatMap((platform) =>
      figures.map(([figure, show]) =>
        [
          `### ${NAMES[platform]}: ${figure} a day`,
          "",
          table(
            [
              "Trigger",
              ...minutes.map((every) => `quiet, ${every} min`),
              ...minutes.map((every) => `${EVENTS_A_DAY} events, ${every} min`),
            ],
            (["hubspot", "xero"] as const).flatMap((vendor) =>
              rows(days, platform, vendor, minutes, show),
            ),
          ),
        ].join("\n"),
      ),
    )
    .join("\n\n");
}

/** A Markdown table of what one event costs on either platform. */
export function flowTable(flows: readonly FlowCost[]): string {
  const of = (cost: FlowCost["zapier"] | FlowCost["make"]) =>
    cost ? [String(cost.all - cost.xero), String(cost.xero)] : ["", ""];
  return table(
    [
      "What one event takes",
      "Zapier: tasks",
      "HubSpot calls",
      "Xero calls",
      "Make: operations",
      "HubSpot calls",
      "Xero calls",
    ],
    flows.map(({ what, zapier, make }) => [
      what,
      String(zapier.tasks),
      ...of(zapier),
      make ? String(make.operations) : "",
      ...of(make),
    ]),
  );
}

function rows(
  days: readonly TriggerDay[],
  platform: Platform,
  vendor: Vendor,
  minutes: readonly number[],
  show: (cost: Cost) => string,
): string[][] {
  const found = days.filter(
    (entry) => entry.platform === platform && entry.vendor === vendor,
  );
  const row = (name: string, counted: readonly TriggerDay[]) => [
    name,
    ...(["idle", "busy"] as const).flatMap((state) =>
      minutes.map((every) =>
        show(counted.map(({ day }) => day[state].get(every)!).reduce(plus)),
      ),
    ),
  ];
  return [
    ...found.map((entry) => row(entry.what, [entry])),
    ...(found.length > 1
      ? [row(`**All of ${NAMES[vendor]} together**`, found)]
      : []),
  ];
}

function table(head: readonly string[], body: readonly string[][]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = head.map((_, index) => (index === 0 ? "---" : "--:"));
  return [head, rule, ...body].map(line).join("\n");
}

function size(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.round(bytes / 1000)} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
