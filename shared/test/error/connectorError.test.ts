import {
  ConnectorError,
  validation,
  type ErrorKind,
} from "../../src/error/connectorError";

it.each<[ErrorKind, boolean]>([
  ["validation", true],
  ["notFound", true],
  ["conflict", true],
  ["permission", true],
  ["auth", true],
  ["rateLimit", true],
  ["busy", false],
  ["server", false],
])(
  "an error of kind %s says that nothing was carried out: %p",
  (kind, refusal) => {
    expect(new ConnectorError(kind, "No.").isRefusal).toBe(refusal);
  },
);

it("keeps the cause, and is no day limit unless it says so", () => {
  const cause = new Error("socket hang up");
  const error = new ConnectorError("server", "Xero did not answer.", { cause });
  expect(error.cause).toBe(cause);
  expect(error.dayLimit).toBe(false);
  expect(error).toBeInstanceOf(Error);
  expect(error.name).toBe("ConnectorError");
});

it("a refused value is a validation error with the sentence as it was given", () => {
  expect(validation('Deal "A": no.')).toMatchObject({
    kind: "validation",
    message: 'Deal "A": no.',
  });
});
