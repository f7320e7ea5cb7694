import { ConnectorError, validation } from "../../src/error/connectorError";

it("keeps the cause, and is neither a day limit nor stale unless it says so", () => {
  const cause = new Error("socket hang up");
  const error = new ConnectorError("server", "Xero did not answer.", { cause });
  expect(error.cause).toBe(cause);
  expect(error.dayLimit).toBe(false);
  expect(error.maybeStale).toBe(false);
  expect(error).toBeInstanceOf(Error);
  expect(error.name).toBe("ConnectorError");
});

it("a refused value is a validation error with the sentence as it was given", () => {
  expect(validation('Deal "A": no.')).toMatchObject({
    kind: "validation",
    message: 'Deal "A": no.',
  });
});

it("an ID of any length leaves the end of the message in sight", () => {
  const long = `Xero has no item "${"7".repeat(900)}" here.`;
  expect(new ConnectorError("validation", long).message).toBe(
    `Xero has no item "${"7".repeat(119)}…" here.`,
  );
});
