/** What a built-in function sees beside its arguments. */
export interface Surroundings {
  /** The zone of dates when the call names none. */
  timezone: string;
}

/** A function of IML itself; an argument that is not given is undefined. */
export type Builtin = (args: unknown[], around: Surroundings) => unknown;
