import { EXAMPLES } from "../examples/examples";
import type { ImlFunctions } from "./buildFunctions";

/** The test file of each function; `answerOf` gives what its source answers. */
export async function testsOf(
  functions: ImlFunctions,
  answerOf: (name: string, given: readonly unknown[]) => Promise<unknown>,
): Promise<ImlFunctions> {
  const tests = new Map<string, string>();
  for (const name of functions.keys()) {
    const cases = await Promise.all(
      (EXAMPLES[name] ?? []).map(async (given, index) =>
        testOf(name, index + 1, given, await answerOf(name, given)),
      ),
    );
    tests.set(name, cases.join("\n"));
  }
  return tests;
}

function testOf(
  name: string,
  number: number,
  given: readonly unknown[],
  answer: unknown,
): string {
  const list = given.map((value) => JSON.stringify(value) ?? "undefined");
  const json = JSON.stringify(answer);
  const expected = json === undefined ? "undefined" : JSON.stringify(json);
  return `it(${JSON.stringify(`${name}, example ${number}`)}, () => {
  const answered = ${name}(${list.join(", ")});
  assert.strictEqual(JSON.stringify(answered), ${expected});
});
`;
}
