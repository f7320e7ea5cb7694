import { Client } from "@hubspot/api-client";
import {
  AssociationSpecAssociationCategoryEnum,
  FilterOperatorEnum,
} from "@hubspot/api-client/lib/codegen/crm/deals";
import {
  PropertyCreateFieldTypeEnum,
  PropertyCreateTypeEnum,
} from "@hubspot/api-client/lib/codegen/crm/properties";
import { createFaults } from "../../src/faults";
import { createMeter } from "../../src/meter";
import {
  createVendorFetch,
  listen,
  type VendorServer,
} from "../../src/vendorServer";
import { openAccount, TOKEN, type Account } from "./account";

let account: Account;
let server: VendorServer;
let client: Client;

beforeEach(async () => {
  account = openAccount();
  const tools = { faults: createFaults(), meter: createMeter() };
  server = await listen(
    createVendorFetch("hubspot", account.hubspot.app, tools),
    0,
  );
  client = new Client({ accessToken: TOKEN, basePath: server.url });
});

afterEach(() => server.close());

test("deals are created, read, changed and found", async () => {
  const { basicApi, searchApi } = client.crm.deals;
  const created = await basicApi.create({
    properties: { dealname: "Website", amount: "100" },
    associations: [],
  });
  const read = await basicApi.getById(created.id, ["dealname", "amount"]);
  expect(read.properties).toMatchObject({ dealname: "Website", amount: "100" });
  await basicApi.update(created.id, { properties: { dealstage: "closedwon" } });
  const found = await searchApi.doSearch({
    filterGroups: [
      {
        filters: [
          {
            propertyName: "hs_v2_date_entered_closedwon",
            operator: FilterOperatorEnum.Gte,
            value: "0",
          },
        ],
      },
    ],
    properties: ["dealstage"],
  });
  expect(found.total).toBe(1);
  expect(found.results[0]?.properties.dealstage).toBe("closedwon");
  await basicApi.archive(created.id);
  await expect(basicApi.getById(created.id)).rejects.toMatchObject({
    code: 404,
    body: { message: "resource not found" },
  });
});

test("the lines of a deal are read by its associations", async () => {
  const deal = account.hubspot.create("deals", {});
  const line = await client.crm.lineItems.basicApi.create({
    properties: { name: "Hours", price: "80", quantity: "2" },
    associations: [
      {
        to: { id: deal.id },
        types: [
          {
            associationCategory:
              AssociationSpecAssociationCategoryEnum.HubspotDefined,
            associationTypeId: 20,
          },
        ],
      },
    ],
  });
  const read = await client.crm.deals.basicApi.getById(
    deal.id,
    undefined,
    undefined,
    ["line_items"],
  );
  const ids = read.associations?.["line items"]?.results.map(({ id }) => id);
  expect(ids).toEqual([line.id]);
  const lines = await client.crm.lineItems.batchApi.read({
    inputs: [{ id: line.id }],
    properties: ["amount"],
    propertiesWithHistory: [],
  });
  expect(lines.results[0]?.properties.amount).toBe("160");
});

test("associations of the fourth version", async () => {
  const deal = account.hubspot.create("deals", {});
  const company = account.hubspot.create("companies", { name: "Acme" });
  const { basicApi, batchApi } = client.crm.associations.v4;
  await basicApi.createDefault("deals", deal.id, "companies", company.id);
  const page = await basicApi.getPage("deals", deal.id, "companies");
  expect(page.results[0]?.associationTypes.map(({ typeId }) => typeId)).toEqual(
    expect.arrayContaining([341, 5]),
  );
  const batch = await batchApi.getPage("deals", "companies", {
    inputs: [{ id: deal.id }],
  });
  expect(batch.results[0]?._from.id).toBe(deal.id);
});

test("properties are created once", async () => {
  const { coreApi, groupsApi } = client.crm.properties;
  await groupsApi.create("deals", { name: "billing", label: "Billing" });
  const draft = {
    name: "billing_mark",
    label: "Mark",
    groupName: "billing",
    type: PropertyCreateTypeEnum.String,
    fieldType: PropertyCreateFieldTypeEnum.Text,
  };
  const created = await coreApi.create("deals", draft);
  expect(created.createdAt).toEqual(account.clock.now());
  await expect(coreApi.create("deals", draft)).rejects.toMatchObject({
    code: 409,
  });
  const read = await coreApi.getByName("deals", "billing_mark");
  expect(read.label).toBe("Mark");
});

test("pipelines and owners", async () => {
  const pipelines = await client.crm.pipelines.pipelinesApi.getAll("deals");
  expect(pipelines.results[0]?.stages.at(-1)?.metadata).toEqual({
    isClosed: "true",
    probability: "0.0",
  });
  const owners = await client.crm.owners.ownersApi.getPage();
  expect(owners.results[0]?.email).toBe("rep@example.com");
});

test("the dated paths are reached by a plain request", async () => {
  const response = await client.apiRequest({
    path: "/account-info/2026-09/details",
  });
  expect(await response.json()).toMatchObject({ portalId: 147893286 });
});
