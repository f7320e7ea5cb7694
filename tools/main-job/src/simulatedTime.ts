import type { Clock } from "@hubspot-xero/sandbox/clock";

const MachineDate = Date;

/**
 * Lets `Date` tell the sandbox's time, so that the apps live through hours in a moment. Timers stay real.
 * @returns gives `Date` back
 */
export function followClock(clock: Clock): () => void {
  class SimulatedDate extends MachineDate {
    constructor(...given: [] | [string | number | Date]) {
      super(...((given.length ? given : [SimulatedDate.now()]) as [number]));
    }

    static override now(): number {
      return clock.now().getTime();
    }
  }
  globalThis.Date = SimulatedDate as DateConstructor;
  return () => {
    globalThis.Date = MachineDate;
  };
}
