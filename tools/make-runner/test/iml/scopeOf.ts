import { evaluate, type Scope } from "../../src/iml/iml";

/** A scope in which it is always the same moment. */
export function scopeOf(
  variables: Record<string, unknown> = {},
  given: Partial<Scope> = {},
): Scope {
  return {
    variables,
    functions: {},
    timezone: "Europe/Berlin",
    now: () => new Date("2024-05-01T10:00:00.000Z"),
    uuid: () => "00000000-0000-4000-8000-000000000000",
    dialect: "app",
    ...given,
  };
}

/** The value of one expression of app code. */
export function valueOf(
  expression: string,
  variables: Record<string, unknown> = {},
): unknown {
  return evaluate(`{{${expression}}}`, scopeOf(variables));
}
