/** An estimate needs no exact arithmetic, only a tidy figure. */
export const cents = (value: number) => Math.round(value * 100) / 100;

export const total = (values: readonly number[]) =>
  values.reduce((a, b) => a + b, 0);
