/** The sandbox's own time: both vendors read it, so tests and simulations can move a year in a moment. */
export interface Clock {
  /** The present instant. */
  now(): Date;
  /** Moves time forward by whole milliseconds. */
  advance(milliseconds: number): void;
}

/** A clock that stands still at `start` until it is advanced. */
export function createFixedClock(start: string | Date): Clock {
  let present = new Date(start).getTime();
  return {
    now: () => new Date(present),
    advance: (milliseconds) => {
      present += milliseconds;
    },
  };
}

/** The machine's clock, which can still be pushed ahead. */
export function createSystemClock(): Clock {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead),
    advance: (milliseconds) => {
      ahead += milliseconds;
    },
  };
}
