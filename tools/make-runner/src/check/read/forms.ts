import type { MakeTree, Section } from "../../tree/tree";
import { isDynamic } from "./parameters";
import { rpcsOf } from "./rpcReferences";

/** What a user fills in for one component, and the code that reads it as `parameters`. */
export interface Form {
  kind: "connection" | "webhook" | "module" | "rpc";
  owner: string;
  /** The files that declare its parameters. */
  declaring: Section[];
  /** The files that read them. */
  reading: Section[];
}

type Code = Partial<Record<string, Section>>;

const present = (code: Code, ...types: string[]): Section[] =>
  types.flatMap((type) => code[type] ?? []);

/** The forms of a tree; what RPCs read of the form that asks them is among its readers. */
export function* formsOf(tree: MakeTree): Generator<Form> {
  for (const [owner, { code }] of tree.connections)
    yield {
      kind: "connection",
      owner,
      declaring: present(code, "params"),
      reading: [
        ...present(code, "communication"),
        ...asked(tree, present(code, "params")),
      ],
    };
  for (const [owner, { code }] of tree.webhooks)
    yield {
      kind: "webhook",
      owner,
      declaring: present(code, "params"),
      reading: [
        ...present(code, "communication", "attach", "detach", "update"),
        ...asked(tree, present(code, "params")),
      ],
    };
  for (const [owner, { code }] of tree.modules) {
    const declaring = present(code, "staticParams", "mappableParams");
    yield {
      kind: "module",
      owner,
      declaring,
      reading: [
        ...present(code, "communication", "epoch"),
        ...asked(tree, declaring),
      ],
    };
  }
  for (const [owner, { code }] of tree.rpcs)
    yield {
      kind: "rpc",
      owner,
      declaring: present(code, "params"),
      reading: present(code, "communication"),
    };
}

const asked = (tree: MakeTree, forms: Section[]): Section[] =>
  [
    ...rpcsOf(
      tree,
      forms.map(({ value }) => value),
    ),
  ].flatMap((name) => tree.rpcs.get(name)?.code.communication ?? []);

/** Whether a form may have parameters that the tree does not show. */
export const isOpen = ({ declaring }: Form): boolean =>
  declaring.some(isDynamic);
