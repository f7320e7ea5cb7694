import { CHANGED, NOW, xeroDate } from "../fixtures/changes";
import { companyRecord } from "../fixtures/hubspot";
import { vendors, type Reply } from "../fixtures/vendors";
import { contact, CONTACT_ID, FIND_CONTACTS } from "../fixtures/xero";
import { newZap, stopClock, undeclared } from "../fixtures/zap";

const SEARCH = "POST hubspot /crm/objects/companies/search";
const URL = "https://app.hubspot.com/contacts/2034521/record/0-2/501";

beforeEach(() => stopClock(NOW));
afterEach(() => jest.useRealTimers());

const results = (call: string, ...found: object[]): Reply => ({
  call,
  body: { total: found.length, results: found },
});
const changed = (properties = {}) => ({
  ...companyRecord({ hs_lastmodifieddate: CHANGED, ...properties }),
  url: URL,
});

describe("hubspot_customer_updated", () => {
  const KEY = "hubspot_customer_updated";

  it("asks for what changed in a week, then from behind the last poll, in one small call", async () => {
    const zap = newZap();
    const first = vendors(results(SEARCH, changed()));
    const events = await zap.trigger(KEY);
    expect(first.body(0)).toMatchObject({
      filterGroups: [
        {
          filters: [
            {
              propertyName: "hs_lastmodifieddate",
              operator: "GTE",
              value: String(Date.parse("2026-11-15T11:30:00Z")),
            },
          ],
        },
      ],
      sorts: [{ propertyName: "hs_lastmodifieddate", direction: "ASCENDING" }],
      limit: 200,
    });
    expect(events).toEqual([
      {
        id: `501:${Date.parse(CHANGED)}`,
        type: "company",
        hubspot_id: "501",
        name: "Harbour & Finch",
        phone: "+44 20 7946 0018",
        address_line1: "14 Quayside",
        city: "Bristol",
        postal_code: "BS1 4DJ",
        country: "United Kingdom",
        hubspot_url: URL,
        updated_at: CHANGED,
      },
    ]);
    expect(undeclared("triggers", KEY, events[0]!)).toEqual([]);
    jest.setSystemTime(new Date("2026-11-22T12:30:00Z"));
    const idle = vendors(results(SEARCH));
    expect(await zap.trigger(KEY)).toEqual([]);
    expect(idle.calls()).toEqual([SEARCH]);
    const body = idle.body(0) as {
      filterGroups: { filters: { value: string }[] }[];
    };
    // far longer than search lags
    expect(Number(body.filterGroups[0]!.filters[0]!.value)).toBeLessThan(
      Date.parse("2026-11-22T11:20:00Z"),
    );
  });

  it("listens to people by the property that they have instead", async () => {
    const call = "POST hubspot /crm/objects/contacts/search";
    const person = {
      id: "601",
      properties: { firstname: "Priya", lastmodifieddate: CHANGED },
    };
    const wire = vendors(results(call, person));
    const events = await newZap().trigger(KEY, { customer_type: "contact" });
    expect(JSON.stringify(wire.body(0))).toContain(
      '"propertyName":"lastmodifieddate"',
    );
    expect(events).toMatchObject([
      { id: `601:${Date.parse(CHANGED)}`, type: "contact", name: "Priya" },
    ]);
  });

  it("the editor's sample is what changed last", async () => {
    const wire = vendors(results(SEARCH, changed()));
    await newZap().trigger(KEY, {}, { isLoadingSample: true });
    expect(wire.body(0)).toMatchObject({
      sorts: [{ propertyName: "hs_lastmodifieddate", direction: "DESCENDING" }],
      limit: 3,
    });
  });
});

describe("xero_contact_updated", () => {
  const KEY = "xero_contact_updated";
  const list = (...Contacts: object[]): Reply => ({
    call: FIND_CONTACTS,
    body: { Contacts },
  });
  const wire = (changes = {}) =>
    contact({ UpdatedDateUTC: xeroDate(CHANGED), ...changes });

  it("asks for contacts that changed, archived ones included", async () => {
    const sent = vendors(
      list(wire({ ContactNumber: "hubspot-company-501", IsCustomer: true })),
    );
    const events = await newZap().trigger(KEY);
    expect(sent.calls()).toEqual([FIND_CONTACTS]);
    expect(sent.headers(0)["if-modified-since"]).toBe("2026-11-15T11:30:00");
    expect(sent.query(0)).toEqual({
      order: "UpdatedDateUTC ASC",
      page: "1",
      pageSize: "1000",
      includeArchived: "true",
    });
    expect(events).toEqual([
      {
        id: `${CONTACT_ID}:${Date.parse(CHANGED)}`,
        contact_id: CONTACT_ID,
        name: "Harbour & Finch",
        first_name: "Priya",
        last_name: "Nair",
        email: "priya@harbourfinch.example",
        contact_number: "hubspot-company-501",
        status: "ACTIVE",
        contact_url: `https://go.xero.com/Contacts/View/${CONTACT_ID}`,
        is_customer: true,
        is_supplier: false,
        archived: false,
        hubspot_type: "company",
        hubspot_id: "501",
        contact_persons: [],
        updated_at: CHANGED,
      },
    ]);
    expect(undeclared("triggers", KEY, events[0]!)).toEqual([]);
  });

  it("marks what was archived, and into what it was merged", async () => {
    vendors(
      list(wire({ ContactStatus: "ARCHIVED", MergedToContactID: "c-2" })),
    );
    expect(await newZap().trigger(KEY)).toMatchObject([
      { archived: true, status: "ARCHIVED", merged_into_id: "c-2" },
    ]);
  });

  it("leaves out who is no customer on request, by a filter of Xero's", async () => {
    const sent = vendors(list());
    await newZap().trigger(KEY, { customers_only: true });
    expect(sent.query(0)["where"]).toBe("IsCustomer==true");
  });

  it("takes one call when nothing happened", async () => {
    const zap = newZap();
    vendors(list());
    await zap.trigger(KEY);
    const sent = vendors(list());
    expect(await zap.trigger(KEY)).toEqual([]);
    expect(sent.calls()).toEqual([FIND_CONTACTS]);
  });
});
