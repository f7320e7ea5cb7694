import type { MakeTree } from "../../tree/tree";
import { below, isObject, objectOf, place, type JsonObject } from "./json";
import { requestCodes, sectionsOf, type OwnedSection } from "./sections";

/** One request of a communication file. */
export interface Request extends OwnedSection {
  /** `authorize`, `token`, ... in the communication of an OAuth connection. */
  step: string | undefined;
  /** The JSON pointer of the request in its file. */
  pointer: string;
  body: JsonObject;
  response: JsonObject;
  /** Whether its output is the output of the module. */
  last: boolean;
  /** Where something in the request stands. */
  at(...keys: (string | number)[]): string;
}

/** Every request of a tree. */
export function* requestsOf(tree: MakeTree): Generator<Request> {
  for (const owned of sectionsOf(tree)) {
    if (!requestCodes.has(owned.code)) continue;
    const { value } = owned.section;
    if (owned.kind === "connection" && isOauth(tree, owned.owner))
      for (const [step, body] of Object.entries(objectOf(value)))
        yield request(owned, body, below("", step), step);
    else if (Array.isArray(value))
      for (const [index, body] of value.entries())
        yield request(
          owned,
          body,
          below("", index),
          undefined,
          index === value.length - 1,
        );
    else yield request(owned, value, "");
  }
}

/** The requests of one file of one kind of component. */
export const requestsIn = (
  tree: MakeTree,
  kind: OwnedSection["kind"],
  code: string,
): Request[] =>
  [...requestsOf(tree)].filter(
    (found) => found.kind === kind && found.code === code,
  );

/** Whether a connection asks for consent in the browser. */
export const isOauth = (tree: MakeTree, id: string): boolean =>
  tree.connections.get(id)?.metadata.connectionType === "oauth";

function request(
  owned: OwnedSection,
  value: unknown,
  pointer: string,
  step?: string,
  last = true,
): Request {
  const body = isObject(value) ? value : {};
  return {
    ...owned,
    step,
    pointer,
    body,
    response: objectOf(body.response),
    last,
    at: (...keys) =>
      place(owned.section.path, keys.reduce<string>(below, pointer)),
  };
}
