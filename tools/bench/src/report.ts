import Table from "cli-table3";
import pc from "picocolors";
import type { IdlePoll } from "./idlePolls";
import { holds, METRICS, type Measured, type Metric } from "./metric";
import type { Measurements } from "./measure";

/** Every number beside its limit, then the idle poll of each trigger. */
export function report({ measured, polls }: Measurements): string {
  return [metricTable(measured), "", pollTable(polls)].join("\n");
}

/** Every number by its key; null where there was nothing to measure. */
export function toJson(measured: readonly Measured[]): string {
  const values = METRICS.map(({ key }) => [
    key,
    find(measured, key)?.value ?? null,
  ]);
  return JSON.stringify(Object.fromEntries(values), undefined, 2);
}

/** Whether every number holds. */
export function allHold(measured: readonly Measured[]): boolean {
  return METRICS.every((metric) => holds(metric, find(measured, metric.key)));
}

function metricTable(measured: readonly Measured[]): string {
  const table = new Table({
    head: ["", "Number", "Key", "Measured", "Limit", "On"],
    style: { head: [], border: [] },
    colAligns: ["left", "left", "left", "right", "right", "left"],
  });
  for (const metric of METRICS) {
    const found = find(measured, metric.key);
    table.push([
      holds(metric, found) ? pc.green("✓") : pc.red("✗"),
      metric.what,
      metric.key,
      found?.value === undefined ? "–" : figure(found.value),
      limit(metric),
      found?.detail ?? "",
    ]);
  }
  return table.toString();
}

function pollTable(polls: readonly IdlePoll[]): string {
  const table = new Table({
    head: ["A poll that finds nothing", "Calls", "Bytes of body"],
    style: { head: [], border: [] },
    colAligns: ["left", "right", "right"],
  });
  for (const { trigger, calls, bytes } of polls)
    table.push([trigger, calls, bytes]);
  return table.toString();
}

const find = (measured: readonly Measured[], key: string) =>
  measured.find((candidate) => candidate.key === key);

const limit = ({ atLeast, atMost }: Metric) =>
  atLeast === undefined
    ? `≤ ${figure(atMost)}`
    : `${figure(atLeast)} to ${figure(atMost)}`;

const figure = (value: number) => value.toLocaleString("en-GB");
