/** What is wrong in an IML template: the template and the place in it. */
export class ImlError extends Error {
  /** The whole template text. */
  readonly template: string;
  /** The offset in the template, from 0. */
  readonly position: number;

  constructor(
    problem: string,
    template: string,
    position: number,
    options?: ErrorOptions,
  ) {
    const shown =
      template.length > 120 ? `${template.slice(0, 120)}...` : template;
    super(`${problem}, at character ${position + 1} of: ${shown}`, options);
    this.name = "ImlError";
    this.template = template;
    this.position = position;
  }
}
