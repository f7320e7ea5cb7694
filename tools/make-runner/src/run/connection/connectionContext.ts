import type { RunContext } from "../communication/exchange";
import type { Variables } from "../engine";
import type { RequestDirectives } from "../communication/directives";
import { secretsOf } from "../log/secrets";
import { MakeError } from "../MakeError";
import { readDeclared } from "../parameters/declared";
import type {
  Component,
  ConnectionCode,
  ConnectionMetadata,
  MakeTree,
} from "../../tree/tree";
import type { Connection } from "./connection";

export type ConnectionComponent = Component<ConnectionMetadata, ConnectionCode>;

/** @throws MakeError for an unknown id */
export function connectionOf(tree: MakeTree, id: string): ConnectionComponent {
  const found = tree.connections.get(id);
  if (found) return found;
  throw new MakeError(
    "InvalidConfigurationError",
    `The app has no connection "${id}".`,
  );
}

/** All sanitize paths of a connection's requests: what one of them hides, the modules hide too. */
export function sanitizeOf({ code }: ConnectionComponent): string[] {
  const communication = code.communication?.value;
  const requests: unknown[] = Array.isArray(communication)
    ? communication
    : [communication, ...Object.values(communication ?? {})];
  return requests.flatMap(
    (request) =>
      (request as RequestDirectives | undefined)?.log?.sanitize ?? [],
  );
}

/** The texts of a connection that no log and no error may show. */
export function connectionSecrets(
  component: ConnectionComponent,
  { parameters, data }: Connection,
  common: Variables,
): string[] {
  const passwords = readDeclared(component.code.params?.value)
    .declared.filter(({ type }) => type === "password" || type === "pkey")
    .map(({ name }) => name ?? "");
  return secretsOf([parameters, data, common], new Set(passwords));
}

/** What a connection's own requests see. */
export function connectionContext(
  component: ConnectionComponent,
  connection: Connection,
  common: Variables,
): RunContext {
  return {
    component: `connection ${component.id}`,
    variables: connectionVariables(connection, common),
    sanitize: sanitizeOf(component),
    secrets: connectionSecrets(component, connection, common),
    temp: {},
    requests: 0,
  };
}

/** Inferred: `connection` holds what was entered and, before it, what was stored. */
export function connectionVariables(
  { parameters, data }: Connection,
  common: Variables,
): Variables {
  return {
    ...{ parameters, data, common },
    connection: { ...parameters, ...data },
  };
}
