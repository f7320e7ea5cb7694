import { builtins } from "./builtins/builtins";
import { ImlError } from "./ImlError";
import { operate, operateOne } from "./operate";
import { readKey } from "./readKey";
import type { Scope } from "./scope";
import type { Expression, Keyword } from "./syntax";

/**
 * The value of an expression.
 * @param template the text it stands in, for the error
 * @throws ImlError for an unknown variable or function and for a function that fails
 */
export function evaluateExpression(
  expression: Expression,
  scope: Scope,
  template: string,
): unknown {
  const valueOf = (inner: Expression): unknown =>
    evaluateExpression(inner, scope, template);
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "keyword":
      return keyword(expression.name, scope);
    case "regex":
      return new RegExp(expression.source, expression.flags);
    case "path": {
      const { head, keys, at } = expression;
      if (!Object.hasOwn(scope.variables, head)) {
        throw new ImlError(`Unknown variable "${head}"`, template, at);
      }
      return keys.reduce(readKey, scope.variables[head]);
    }
    case "call": {
      const { name, args, at } = expression;
      const called = functionOf(name, scope);
      if (!called) {
        throw new ImlError(`Unknown function "${name}"`, template, at);
      }
      // Inferred: `if`, `ifempty` and `switch` too evaluate all of their arguments.
      const values = args.map(valueOf);
      try {
        return called(values);
      } catch (cause) {
        const why = cause instanceof Error ? cause.message : String(cause);
        throw new ImlError(`${name}: ${why}`, template, at, { cause });
      }
    }
    case "unary":
      return operateOne(expression.operator, valueOf(expression.operand));
    case "binary": {
      const { operator } = expression;
      const left = valueOf(expression.left);
      // Inferred: as in JavaScript, the operand that decides is the result.
      if (operator === "&&") return left && valueOf(expression.right);
      if (operator === "||") return left || valueOf(expression.right);
      return operate(operator, left, valueOf(expression.right));
    }
  }
}

function functionOf(
  name: string,
  scope: Scope,
): ((args: unknown[]) => unknown) | undefined {
  const builtin = builtins.get(name);
  if (builtin) return (args) => builtin(args, scope);
  if (!Object.hasOwn(scope.functions, name)) return undefined;
  return (args) => scope.functions[name]?.(...args);
}

function keyword(name: Keyword, scope: Scope): unknown {
  switch (name) {
    case "now":
      return scope.now();
    case "uuid":
      return scope.uuid();
    case "emptyarray":
      return [];
    case "timestamp":
      return Math.floor(scope.now().getTime() / 1000);
    case "random":
      return Math.random();
  }
}
