import { withQuery } from "../communication/address";
import type { RequestDirectives } from "../communication/directives";
import { mergeKeyed } from "../communication/keyed";
import { evaluateIn, type Engine, type Variables } from "../engine";
import { MakeError } from "../MakeError";
import { draftConnection, runConnectionStep } from "./connect";
import type { Connection } from "./connection";
import {
  connectionContext,
  type ConnectionComponent,
} from "./connectionContext";

export interface Authorization {
  /** Where the user consents; empty for an app without `authorize`, which is complete at once. */
  url: string;
  /**
   * Takes the query of the vendor's redirect, fetches the token and the account.
   * @throws MakeError
   */
  complete: (query: Record<string, string>) => Promise<Connection>;
}

type OAuthStep = "preauthorize" | "authorize" | "token" | "info" | "invalidate";
type OAuthCommunication = Partial<Record<OAuthStep, RequestDirectives>>;

/** Starts OAuth 2: `preauthorize`, then the consent, then `token` and `info`. */
export async function authorize(
  engine: Engine,
  component: ConnectionComponent,
  entered: Variables,
  settings: { common: Variables; scope: string[]; redirectUri: string },
): Promise<Authorization> {
  const steps = (component.code.communication?.value ??
    {}) as OAuthCommunication;
  const { common, scope, redirectUri } = settings;
  const connection = draftConnection(component, entered);
  const context = connectionContext(component, connection, common);
  context.variables["oauth"] = {
    scope,
    localRedirectUri: redirectUri,
    makeRedirectUri: redirectUri,
    redirectUri,
  };
  const run = async (step: RequestDirectives | undefined) => {
    if (step)
      await runConnectionStep(engine, component, connection, context, step);
  };
  await run(steps.preauthorize);
  const state = engine.uuid();
  const consent = steps.authorize;
  const variables = () => ({ ...context.variables, temp: context.temp });
  if (consent) {
    const temp = evaluateIn(engine, consent.temp, variables());
    Object.assign(context.temp, temp);
  }
  return {
    url: consent ? consentUrl(engine, consent, variables(), state) : "",
    complete: async (query) => {
      if (query["state"] !== undefined && query["state"] !== state) {
        throw new MakeError(
          "InvalidConfigurationError",
          "The redirect belongs to another sign-in: its state differs.",
        );
      }
      context.variables["query"] = query;
      if (consent) await run({ response: consent.response });
      await run(steps.token);
      await run(steps.info);
      return connection;
    },
  };
}

/** Gives the tokens back, where the app does that. */
export async function invalidate(
  engine: Engine,
  component: ConnectionComponent,
  connection: Connection,
  common: Variables,
): Promise<void> {
  const steps = component.code.communication?.value as
    OAuthCommunication | undefined;
  if (!steps?.invalidate) return;
  const context = connectionContext(component, connection, common);
  await runConnectionStep(
    engine,
    component,
    connection,
    context,
    steps.invalidate,
  );
}

function consentUrl(
  engine: Engine,
  { url, qs }: RequestDirectives,
  variables: Variables,
  state: string,
): string {
  const evaluate = (value: unknown) => evaluateIn(engine, value, variables);
  const query = mergeKeyed([qs], evaluate, { name: "qs", ignoreCase: false });
  return withQuery(String(evaluate(url)), { ...query, state });
}
