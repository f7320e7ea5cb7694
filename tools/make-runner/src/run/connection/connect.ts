/**
 * Making connections and keeping them alive.
 *
 * Inferred, because Make documents no answer:
 * - A connection's requests inherit from the base its sanitize paths only.
 * - New data is laid over the stored data; a key that comes out undefined keeps the old value.
 * - A refresh without a condition happens in the last 15 minutes before `data.expires`.
 * - A connection whose `expires` has passed fails with InvalidAccessTokenError.
 */
import type { ResponseDirectives } from "../communication/directives";
import { communicate } from "../communication/communicate";
import type { RunContext } from "../communication/exchange";
import { evaluateIn, type Engine, type Variables } from "../engine";
import { MakeError } from "../MakeError";
import { processParameters } from "../parameters/processParameters";
import type { Connection } from "./connection";
import {
  connectionContext,
  connectionSecrets,
  connectionVariables,
  type ConnectionComponent,
} from "./connectionContext";

const refreshAheadMilliseconds = 15 * 60_000;

/** A connection with what the user entered, before anything was asked. */
export function draftConnection(
  component: ConnectionComponent,
  entered: Variables,
): Connection {
  const params = component.code.params?.value;
  const { parameters } = processParameters([params], entered);
  return { type: component.id, parameters, data: {} };
}

/** Makes a connection that needs no consent. @throws MakeError when its check fails */
export async function connectBasic(
  engine: Engine,
  component: ConnectionComponent,
  entered: Variables,
  common: Variables,
): Promise<Connection> {
  const connection = draftConnection(component, entered);
  const context = connectionContext(component, connection, common);
  const steps = component.code.communication?.value;
  for (const step of Array.isArray(steps) ? steps : [steps ?? {}])
    await runConnectionStep(engine, component, connection, context, step);
  return connection;
}

/** Runs one request of a connection and stores what its answer gives. */
export async function runConnectionStep(
  engine: Engine,
  component: ConnectionComponent,
  connection: Connection,
  context: RunContext,
  step: unknown,
): Promise<void> {
  const { variables } = await communicate(
    engine,
    { log: engine.base.log },
    step,
    context,
  );
  const { response = {} } = step as { response?: ResponseDirectives };
  const evaluate = (value: unknown) => evaluateIn(engine, value, variables);
  const { common } = context.variables;
  Object.assign(connection.data, evaluate(response.data));
  for (const key of ["metadata", "uid", "expires"] as const) {
    const value = evaluate(response[key]);
    if (value !== undefined) connection[key] = value;
  }
  context.secrets = connectionSecrets(
    component,
    connection,
    common as Variables,
  );
  Object.assign(
    context.variables,
    connectionVariables(connection, common as Variables),
  );
}

/** Refreshes running now, so that two runs at once never use one refresh token twice. */
const refreshing = new WeakMap<Connection, Promise<boolean>>();

/**
 * Refreshes the tokens where the app's condition asks for it.
 * @param force without asking the condition
 * @returns whether it did
 */
export function refreshConnection(
  engine: Engine,
  component: ConnectionComponent,
  connection: Connection,
  common: Variables,
  force = false,
): Promise<boolean> {
  const running = refreshing.get(connection);
  if (running) return running;
  const started = refresh(engine, component, connection, common, force).finally(
    () => refreshing.delete(connection),
  );
  refreshing.set(connection, started);
  return started;
}

async function refresh(
  engine: Engine,
  component: ConnectionComponent,
  connection: Connection,
  common: Variables,
  force: boolean,
): Promise<boolean> {
  const { expires, data } = connection;
  if (expires instanceof Date && expires <= engine.now()) {
    throw new MakeError(
      "InvalidAccessTokenError",
      `The connection expired on ${expires.toISOString()}; sign in again.`,
    );
  }
  const communication = component.code.communication?.value as
    { refresh?: { condition?: unknown } } | undefined;
  if (!communication?.refresh) return false;
  const { condition, ...request } = communication.refresh;
  const context = connectionContext(component, connection, common);
  const isDue =
    condition === undefined
      ? data["expires"] instanceof Date &&
        data["expires"].getTime() <
          engine.now().getTime() + refreshAheadMilliseconds
      : Boolean(evaluateIn(engine, condition, context.variables));
  if (!isDue && !force) return false;
  await runConnectionStep(engine, component, connection, context, request);
  return true;
}
