import {
  currencyDecimals,
  moneyText,
  plainAmount,
} from "../../src/money/currency";
import { d } from "../builders";

it.each([
  ["GBP", 2],
  ["JPY", 0],
  ["KRW", 0],
  ["VND", 0],
  ["BHD", 3],
  ["KWD", 3],
  ["JOD", 3],
  [undefined, 2],
])("%p has %i decimals", (currency, decimals) => {
  expect(currencyDecimals(currency)).toBe(decimals);
});

it.each([
  ["5400", "GBP", "5400.00 GBP"],
  ["0.1", "GBP", "0.10 GBP"],
  ["110000", "JPY", "110000 JPY"],
  // what Xero holds is shown, although yen have no fractions
  ["1105.5", "JPY", "1105.50 JPY"],
  ["12.3", "KWD", "12.300 KWD"],
  ["12.345", "KWD", "12.345 KWD"],
  // and a third decimal where none is due
  ["-0.005", "GBP", "-0.005 GBP"],
  ["7", undefined, "7.00"],
])("%s of %p is written %p", (amount, currency, written) => {
  expect(moneyText(d(amount), currency)).toBe(written);
});

it("an amount alone has no code", () => {
  expect(plainAmount(d("12.5"), "EUR")).toBe("12.50");
});
