import { ACCOUNT, accountReply } from "../fixtures/hubspot";
import {
  GET_PRODUCT,
  item,
  ITEM_ID,
  items,
  LIST_ITEMS,
  POST_ITEM,
  product,
  PUT_ITEM,
} from "../fixtures/items";
import { vendors, type Reply } from "../fixtures/vendors";
import { ORGANISATION, organisationReply } from "../fixtures/xero";
import { failure, newZap, undeclared } from "../fixtures/zap";

const KEY = "upsert_xero_item";
const INPUT = { product_id: "901" };

const source = (properties?: Record<string, string | null>): Reply => ({
  call: GET_PRODUCT,
  body: product(properties),
});
const written = (call: string, changes = {}): Reply => ({
  call,
  body: { Items: [item(changes)] },
});

it("the currencies are asked for once, and an unchanged product costs two reads then", async () => {
  const zap = newZap();
  const first = vendors(
    accountReply,
    organisationReply,
    source(),
    items(item()),
  );
  await zap.create(KEY, INPUT);
  expect(first.calls().sort()).toEqual(
    [ACCOUNT, ORGANISATION, GET_PRODUCT, LIST_ITEMS].sort(),
  );
  const wire = vendors(source(), items(item()));
  const output = await zap.create(KEY, INPUT);
  expect(wire.calls()).toEqual([GET_PRODUCT, LIST_ITEMS]);
  expect(wire.query(1)).toEqual({ where: 'Code=="DESIGN"', unitdp: "4" });
  expect(output).toEqual({
    outcome: "unchanged",
    product_id: "901",
    item_id: ITEM_ID,
    code: "DESIGN",
    name: "Design sprint",
    description: "Five days",
    unit_price: 33.335,
    account_code: "200",
    tax_type: "OUTPUT2",
    updated_at: "2026-11-22T11:20:00.120Z",
    changed_fields: "",
  });
  expect(undeclared("creates", KEY, output)).toEqual([]);
});

it("a new item takes the step's account and tax", async () => {
  const wire = vendors(
    accountReply,
    organisationReply,
    source({ name: "Smith & Sons" }),
    items(),
    written(PUT_ITEM, { Name: "Smith & Sons" }),
  );
  const output = await newZap().create(KEY, {
    ...INPUT,
    account_code: "200",
    tax_type: "OUTPUT2",
  });
  expect(wire.sent.at(-1)).toMatchObject({
    call: PUT_ITEM,
    query: { summarizeErrors: "true", unitdp: "4" },
    body: {
      Items: [
        {
          Code: "DESIGN",
          Name: "Smith & Sons",
          Description: "Five days",
          SalesDetails: {
            UnitPrice: 33.335,
            AccountCode: "200",
            TaxType: "OUTPUT2",
          },
          IsSold: true,
          IsPurchased: false,
        },
      ],
    },
  });
  expect(output).toMatchObject({ outcome: "created", item_id: ITEM_ID });
});

it("only the chosen fields that differ are written", async () => {
  const wire = vendors(
    source({ name: "Sprint", price: "40" }),
    items(item()),
    written(POST_ITEM, { Name: "Sprint" }),
  );
  const output = await newZap().create(KEY, {
    ...INPUT,
    fields: ["name", "description"],
  });
  expect(wire.body(2)).toEqual({ Items: [{ Code: "DESIGN", Name: "Sprint" }] });
  expect(output).toMatchObject({ outcome: "updated", changed_fields: "name" });
});

it("a step that only updates says that there is none", async () => {
  vendors(source(), items());
  const output = await newZap().create(KEY, {
    ...INPUT,
    fields: ["name"],
    mode: "update_only",
  });
  expect(output).toMatchObject({
    outcome: "missing",
    product_id: "901",
    changed_fields: "",
  });
  expect(output).not.toHaveProperty("item_id");
});

it("a product that cannot be carried over halts the Zap with a sentence", async () => {
  const wire = vendors(source({ hs_sku: "x".repeat(31) }));
  const error = await failure(
    newZap().create(KEY, { ...INPUT, fields: ["name"] }),
  );
  expect(error).toMatchObject({
    name: "HaltedError",
    message: expect.stringMatching(/SKU of 31 characters/),
  });
  expect(wire.calls()).toEqual([GET_PRODUCT]);
});
