import { inBaseCurrency, readCurrencyRate } from "../../src/invoice/exchange";
import { d } from "../builders";

it.each([
  [1, "1"],
  [1.265823, "1.265823"],
  // rupiah as the base currency: 0.000064 dollars for 1
  [0.000064, "0.000064"],
  [0.00000004, "0.00000004"],
  [18400.5, "18400.5"],
])("reads the rate %p as %p", (wire, rate) => {
  expect(readCurrencyRate(wire)).toBe(rate);
});

it.each([undefined, 0, -1, NaN, Infinity, 1e-12])("%p is no rate", (wire) => {
  expect(readCurrencyRate(wire)).toBeUndefined();
});

it.each([
  // 5400 / 1.265823 = 4265.9993...
  ["5400", "1.265823", "GBP", "4266"],
  // 110000 / 191.139241 = 575.4967...
  ["110000", "191.139241", "GBP", "575.5"],
  // a base currency without cents: 100 / 0.006623 = 15098.89...
  ["100", "0.006623", "JPY", "15099"],
  // and one with thousandths: 100 / 3.25 = 30.76923...
  ["100", "3.25", "KWD", "30.769"],
  // 100 / 3.25 where the base currency is not known
  ["100", "3.25", undefined, "30.77"],
  ["100", undefined, "GBP", undefined],
])("%s at %p is %p %p", (amount, rate, base, expected) => {
  expect(
    inBaseCurrency(d(amount), rate === undefined ? undefined : d(rate), base),
  ).toBe(expected);
});
