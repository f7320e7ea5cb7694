import { MESSAGE } from "./base";
import type { RequestDirective, ResponseDirective } from "./make/communication";

/**
 * Ends the module with a sentence where a function finds a problem in the answer. It says the same whether or not Make
 * asks it for answers that are errors already.
 * @param call an IML expression: the call of a function that returns a `problem` or something else
 * @param judged an IML expression: which answers the function judges
 * @param refusal an IML expression: what is said of the others
 */
export function checked(
  call: string,
  judged = "statusCode < 400",
  refusal = MESSAGE,
): ResponseDirective["valid"] {
  const problem = `get(${call}, 'problem')`;
  return {
    condition: `{{${judged} && !${problem}}}`,
    message: `{{if(${judged}, ${problem}, ${refusal})}}`,
    type: "{{errorType(statusCode)}}",
  };
}

/**
 * Ends the module before anything is sent.
 * @param result an IML path to what a function returned: a `problem` or something else
 */
export function decided(result: string): RequestDirective["response"] {
  return {
    valid: {
      condition: `{{!${result}.problem}}`,
      message: `{{${result}.problem}}`,
      type: "DataError",
    },
    output: null,
  };
}

/** Ends the module where an answer that should name the record that was made does not: what became of it is unknown. */
export function named(id: string): ResponseDirective["valid"] {
  return {
    condition: `{{statusCode < 400 && !!${id}}}`,
    message: `{{if(statusCode < 400, 'Nothing was said about what became of ' + temp.record + '. Run this scenario again: nothing is made twice.', ${MESSAGE})}}`,
    type: "{{if(statusCode < 400, 'ConnectionError', errorType(statusCode))}}",
  };
}
