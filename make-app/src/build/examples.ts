import type { ImlFunctions } from "./buildFunctions";

/**
 * What the IML functions are asked in their tests in Make's editor: name -> arguments. The expected answers come from
 * the TypeScript sources when the tree is built, so that a bundle that drifts from them fails.
 */
export const EXAMPLES: Readonly<Record<string, readonly unknown[][]>> = {
  errorType: [[200], [401], [404], [429], [503], [418]],
  money: [
    ["multiply", "3", "33.335"],
    ["round", "100.005", 2],
    ["sum", ["0.1", "0.2"]],
  ],
};

/** The test file of each function. */
export async function testsOf(
  functions: ImlFunctions,
  answerOf: (name: string, given: unknown[]) => Promise<unknown>,
): Promise<ImlFunctions> {
  const tests = new Map<string, string>();
  for (const name of functions.keys()) {
    const cases = await Promise.all(
      (EXAMPLES[name] ?? []).map(async (given) => {
        const expected = JSON.stringify(await answerOf(name, given));
        const call = `${name}(...${JSON.stringify(given)})`;
        const title = JSON.stringify(`${name} ${JSON.stringify(given)}`);
        return `it(${title}, () => {\n  assert.deepStrictEqual(JSON.parse(JSON.stringify(${call})), ${expected});\n});\n`;
      }),
    );
    tests.set(name, cases.join("\n"));
  }
  return tests;
}
