import { catalog } from "../../src/catalog/catalog";
import type { Field, Operation, OutputField } from "../../src/catalog/field";
import { readDealInvoiceOptions } from "../../src/invoice/options";

const operations = Object.values(catalog).flat();
const camel = (key: string) =>
  key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

it("the public keys stay as they are", () => {
  expect(operations.map(({ key }) => key).sort()).toEqual(
    expect.arrayContaining([
      "create_invoice",
      "create_invoice_from_deal",
      "create_invoices_from_deals",
      "create_repeating_invoice_from_deal",
      "credit_note_created",
      "deal_entered_stage",
      "end_repeating_invoices",
      "find_deal",
      "find_invoice",
      "find_item",
      "find_xero_contact",
      "hubspot_product_updated",
      "hubspot_customer_updated",
      "invoice_updated",
      "payment_received",
      "set_up_hubspot",
      "update_deal_billing",
      "upsert_hubspot_product",
      "upsert_hubspot_customer",
      "upsert_xero_contact",
      "xero_contact_updated",
      "upsert_xero_item",
      "xero_item_updated",
    ]),
  );
});

/** Every key of a sample record that the output fields do not declare. */
function undeclared(
  record: Record<string, unknown>,
  fields: readonly OutputField[],
): string[] {
  return Object.entries(record).flatMap(([key, value]) => {
    const field = fields.find((candidate) => candidate.key === key);
    if (!field) return [key];
    const rows = field.children ? [value].flat() : [];
    return rows.flatMap((row) =>
      undeclared(row as Record<string, unknown>, field.children ?? []).map(
        (child) => `${key}.${child}`,
      ),
    );
  });
}

describe.each(
  operations.map((operation) => [operation.key, operation] as const),
)("%s", (_, operation: Operation) => {
  const flat = (fields: readonly Field[]): Field[] =>
    fields.flatMap((field) => [field, ...flat(field.children ?? [])]);
  const inputs = flat(operation.fields);

  it("has every input key once, in snake case", () => {
    const keys = inputs.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(
      keys.filter((key) => !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(key)),
    ).toEqual([]);
  });

  it("offers its defaults among its choices", () => {
    const wrong = inputs.filter(
      ({ choices, default: value }) =>
        choices && value && !choices.some((choice) => choice.value === value),
    );
    expect(wrong).toEqual([]);
  });

  it("declares every key of its sample", () => {
    expect(undeclared(operation.sample, operation.output)).toEqual([]);
  });

  it("shows in its sample which outputs with fields of their own are lists", () => {
    const unseen = operation.output.filter(
      ({ key, children }) => children && !(key in operation.sample),
    );
    expect(unseen).toEqual([]);
  });
});

it("every choice of an invoice step is one that its reader knows", () => {
  const step = operations.find(({ key }) => key === "create_invoice_from_deal");
  const choices = step!.fields.flatMap(({ key, choices = [] }) =>
    choices.map(({ value }) => [camel(key), value] as const),
  );
  expect(choices.length).toBeGreaterThan(10);
  for (const [key, value] of choices) {
    const read = () => readDealInvoiceOptions({ dueInDays: 30, [key]: value });
    expect(read).not.toThrow();
  }
});

it("the trigger's sample id is made of its own deal, stage and instant", () => {
  const { id, deal_id, stage_id, entered_at } = operations.find(
    ({ key }) => key === "deal_entered_stage",
  )!.sample;
  // 2026-11-23T10:00Z
  expect(entered_at).toBe("2026-11-23T10:00:00.000Z");
  expect(id).toBe(`${String(deal_id)}:${String(stage_id)}:1795428000000`);
});
