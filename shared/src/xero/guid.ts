/** Whether a text is an ID as Xero gives them: `5d3f1b77-0e4a-4f7e-8f0b-9c6a2f1d4e55`. */
export function isGuid(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}
