/** A finding of any checker. */
export interface Reported {
  rule: string;
  severity: string;
  path: string;
  message: string;
}

/** A finding in one line: how grave, where, what to change, and by which rule. */
export const findingLine = (
  { severity, path, message, rule }: Reported,
  width = 7,
): string => `${severity.padEnd(width)} ${path}: ${message} (${rule})`;

/** How many findings there are of each severity, such as `2 errors, 0 warnings`. */
export const countLine = (
  findings: readonly Reported[],
  severities: readonly string[],
): string =>
  severities
    .map((one) => {
      const count = findings.filter(({ severity }) => severity === one).length;
      return `${count} ${one}${count === 1 ? "" : "s"}`;
    })
    .join(", ");
