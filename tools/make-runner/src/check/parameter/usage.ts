import type { MakeTree } from "../../tree/tree";
import type { Breach, Rule } from "../finding";
import { keysOf, namedIn, variablesIn } from "../read/expressions";
import { formsOf, isOpen, type Form } from "../read/forms";
import { place } from "../read/json";
import { isDeclared, leavesOf } from "./declared";

/** What users fill in is read, and what is read can be filled in. */
export const usageRules: Rule[] = [
  {
    id: "parameter-unused",
    what: "every parameter is read somewhere; parameters as a whole counts as all",
    severity: "error",
    *find(tree) {
      const everywhere = readBy(tree.base.value, "parameters");
      const ofConnections = allRead(tree, "connection");
      for (const form of formsOf(tree)) {
        const read = [
          ...everywhere,
          ...[...form.reading, ...form.declaring].flatMap(({ value }) =>
            readBy(value, "parameters"),
          ),
          ...(form.kind === "connection" ? ofConnections : []),
        ];
        for (const section of form.declaring)
          for (const { keys, pointer } of leavesOf(section.value))
            if (!read.some((path) => touches(path, keys)))
              yield {
                path: place(section.path, pointer),
                message: `Use ${keys.join(".")} in the communication of ${form.owner}, or remove the parameter.`,
              };
      }
    },
  },
  {
    id: "parameter-undeclared",
    what: "every parameters.x that is read is declared",
    severity: "error",
    *find(tree) {
      const forms = [...formsOf(tree)];
      for (const form of forms) {
        // An RPC also sees the form from which it is asked.
        const around =
          form.kind === "rpc"
            ? forms.filter(({ reading }) =>
                reading.some((section) => form.reading.includes(section)),
              )
            : [form];
        const own =
          form.kind === "rpc"
            ? form.reading
            : form.reading.filter((section) => !isOfRpc(tree, section.path));
        yield* undeclared(own, around, `the form of ${form.owner}`);
      }
      yield* undeclared([tree.base], forms, "any form");
    },
  },
];

function* undeclared(
  reading: Form["reading"],
  forms: Form[],
  where: string,
): Generator<Breach> {
  if (forms.some(isOpen)) return;
  const declaring = forms.flatMap((form) => form.declaring);
  for (const section of reading)
    for (const { pointer, variables } of namedIn(section.value))
      for (const variable of variables) {
        const [head, ...keys] = keysOf(variable);
        if (head !== "parameters" || keys.length === 0) continue;
        if (!declaring.some(({ value }) => isDeclared(value, keys)))
          yield {
            path: place(section.path, pointer),
            message: `Declare ${keys.join(".")} in ${where}, or correct the name: ${variable} is never filled in.`,
          };
      }
}

/** The paths below a variable that a value reads; an empty one is the whole. */
const readBy = (value: unknown, variable: string): string[][] =>
  [...variablesIn(value)]
    .map(keysOf)
    .filter(([head]) => head === variable)
    .map(([, ...keys]) => keys);

/** What the whole app reads of `connection`; the values of its form are among that. */
const allRead = (tree: MakeTree, variable: string): string[][] =>
  [
    tree.base,
    ...[...formsOf(tree)].flatMap(({ declaring, reading }) => [
      ...declaring,
      ...reading,
    ]),
  ].flatMap(({ value }) => readBy(value, variable));

/** Whether reading one path reads another: the same, something around it or in it. */
const touches = (read: string[], keys: string[]): boolean =>
  read.every((key, index) => index >= keys.length || key === keys[index]);

const isOfRpc = (tree: MakeTree, path: string): boolean =>
  [...tree.rpcs.values()].some(({ code }) => code.communication?.path === path);
