/** A request the stand-in refuses, as Make would. */
export class Refusal extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 500,
    message: string,
  ) {
    super(message);
  }
}
