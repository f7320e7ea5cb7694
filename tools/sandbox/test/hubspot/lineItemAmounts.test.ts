import fc from "fast-check";
import { lineItemAmounts } from "../../src/hubspot/lineItemAmounts";
import { openAccount, seedWith } from "./account";

const { taxRates } = seedWith();

test.each([
  [{ price: "19.99", quantity: "3" }, "59.97", "59.97", "0"],
  [{ price: "19.99", quantity: "3", discount: "1.5" }, "55.47", "59.97", "4.5"],
  [
    { price: "33.33", quantity: "3", hs_discount_percentage: "12.5" },
    "87.49125",
    "99.99",
    "12.49875",
  ],
  [
    {
      price: "10",
      quantity: "2",
      discount: "3",
      hs_discount_percentage: "10",
    },
    "18",
    "20",
    "2",
  ],
  [{ price: "0.1", quantity: "0.2" }, "0.02", "0.02", "0"],
  [{ price: "100" }, undefined, undefined, undefined],
])("%j comes to %s", (properties, amount, gross, discount) => {
  expect(lineItemAmounts(properties, taxRates)).toMatchObject({
    amount,
    hs_pre_discount_amount: gross,
    hs_total_discount: discount,
  });
});

test("tax follows the rate that the line names", () => {
  const line = { price: "9.99", quantity: "1", hs_tax_rate_group_id: "9001" };
  expect(lineItemAmounts(line, taxRates)).toMatchObject({
    amount: "9.99",
    hs_tax_amount: "1.998",
    hs_post_tax_amount: "11.988",
  });
});

test("whatever the numbers, net and discount add up to the gross to the last digit", () => {
  const cents = fc.bigInt({ min: 0n, max: 10n ** 12n });
  fc.assert(
    fc.property(cents, cents, cents, (price, quantity, discount) => {
      const text = (value: bigint) =>
        `${value / 100n}.${String(value % 100n).padStart(2, "0")}`;
      const { amount } = lineItemAmounts(
        {
          price: text(price),
          quantity: text(quantity),
          discount: text(discount),
        },
        taxRates,
      );
      const net = price * quantity - discount * quantity;
      const [whole = "", fraction = ""] = (amount ?? "").split(".");
      expect(BigInt(whole + fraction.padEnd(4, "0"))).toBe(net);
    }),
  );
});

test("amounts are worked out anew when a line changes, and cannot be written", async () => {
  const { call, hubspot } = openAccount();
  const { id } = hubspot.create("line_items", { price: "5", quantity: "2" });
  const path = `/crm/objects/2026-09/line_items/${id}`;
  await call("PATCH", path, { properties: { quantity: "4" } });
  expect((await call("GET", path)).at("properties.amount")).toBe("20");
  const refused = await call("PATCH", path, { properties: { amount: "1" } });
  expect(refused.at("errors.0.code")).toBe("READ_ONLY_VALUE");
});
