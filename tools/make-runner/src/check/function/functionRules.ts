import { builtinNames } from "../../iml/iml";
import type { Rule } from "../finding";
import { reservedWords } from "../manifest/ids";
import { inManifest } from "../manifest/componentMaps";
import { calledIn, isOneFunction, withoutOuterComments } from "./source";

const builtins = new Set<string>(builtinNames);
const longest = 5_000;

/** What Make takes as a custom function. */
export const functionRules: Rule[] = [
  {
    id: "function-length",
    what: "a function has at most 5,000 characters",
    severity: "error",
    *find({ functions }) {
      for (const [id, { code }] of functions)
        if (code.text.length > longest)
          yield {
            path: code.path,
            message: `Split ${id} into functions that call one another through iml.: it has ${code.text.length} characters of ${longest}.`,
          };
    },
  },
  {
    id: "function-shape",
    what: "a file holds one top-level function, named as the component",
    severity: "error",
    *find({ functions }) {
      for (const [id, { code }] of functions) {
        const source = withoutOuterComments(code.text).replace(/;+$/, "");
        if (!reservedWords.has(id) && !isOneFunction(source, id))
          yield {
            path: code.path,
            message: `Write the file as one "function ${id}(...) {...}" and nothing beside it.`,
          };
      }
    },
  },
  {
    id: "function-semicolon",
    what: "no semicolon follows the function",
    severity: "error",
    *find({ functions }) {
      for (const { code } of functions.values())
        if (withoutOuterComments(code.text).endsWith(";"))
          yield {
            path: code.path,
            message:
              "Remove the semicolon at the end: Make puts the code into parentheses.",
          };
    },
  },
  {
    id: "function-reserved",
    what: "a function has no name of JavaScript's or of Make's own functions",
    severity: "error",
    *find({ functions }) {
      for (const id of functions.keys())
        if (reservedWords.has(id) || builtins.has(id))
          yield {
            path: inManifest("components", "function", id),
            message: `Rename the function ${id}: the name is taken.`,
          };
    },
  },
  {
    id: "function-test",
    what: "a function has a test",
    severity: "error",
    *find({ functions }) {
      for (const [id, { code, test }] of functions)
        if (!/\bit\s*\(/.test(test?.text ?? ""))
          yield {
            path: test?.path ?? code.path,
            message: `Write a test of ${id}: it("...", () => { assert... }).`,
          };
    },
  },
  {
    id: "function-calls",
    what: "functions call functions that exist",
    severity: "error",
    *find({ functions }) {
      for (const { code } of functions.values())
        for (const name of new Set(calledIn(code.text)))
          if (!builtins.has(name) && !functions.has(name))
            yield {
              path: code.path,
              message: `Replace iml.${name}: neither Make nor the app has it.`,
            };
    },
  },
];
