import fs from "node:fs";
import path from "node:path";
import { openAccount, type Account } from "./account";

/** Answers of the real API, kept outside of the repository. */
const folder = path.resolve(
  import.meta.dirname,
  "../../../../../shared/recordings/hubspot",
);
const present = fs.existsSync(folder);

interface RecordedObject {
  id: string;
  properties: Record<string, string | null>;
}

interface Recording {
  method: string;
  path: string;
  request?: { params?: Record<string, string>; data?: unknown };
  response: RecordedObject & { results: RecordedObject[] };
}

function recorded(name: string): Recording {
  const text = fs.readFileSync(path.join(folder, `${name}.json`), "utf8");
  const [first] = JSON.parse(text) as Recording[];
  if (!first) throw new Error(`The recording ${name} is empty.`);
  return first;
}

async function replay(account: Account, recording: Recording) {
  const { params, data } = recording.request ?? {};
  const query = params ? `?${new URLSearchParams(params)}` : "";
  const { method, path } = recording;
  const { body } = await account.call(method, path + query, data);
  return body;
}

/** Every path in a value with the type of what stands there; of a list, that of its items. */
function shape(value: unknown, at = ""): string[] {
  if (Array.isArray(value)) {
    const items = value.flatMap((item) => shape(item, `${at}[]`));
    return [`${at}: list`, ...new Set(items)].sort();
  }
  if (value !== null && typeof value === "object") {
    return Object.entries(value)
      .flatMap(([key, inner]) => shape(inner, `${at}.${key}`))
      .sort();
  }
  return [`${at}: ${value === null ? "null" : typeof value}`];
}

const CALCULATED =
  /^(createdate|lastmodifieddate|hs_createdate|hs_object_.*|hs_pipeline|hs_task_label|hs_v2_.*|hs_lastmodifieddate|hs_is_.*|notes_last_updated)$/;

/** What a person would have typed to get the recorded object. */
function typed({ properties }: RecordedObject): Record<string, string> {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]) =>
      value === null || CALCULATED.test(name) ? [] : [[name, value]],
    ),
  );
}

function holding(type: string, objects: RecordedObject[]): Account {
  return openAccount({
    objects: objects.map((object) => ({
      type,
      id: object.id,
      properties: typed(object),
    })),
  });
}

(present ? describe : describe.skip)("as the real API answered", () => {
  test.each(["create-company", "create-contact", "create-deal"])(
    "%s",
    async (name) => {
      const recording = recorded(name);
      const answer = await replay(openAccount(), recording);
      expect(shape(answer)).toEqual(shape(recording.response));
    },
  );

  test("create-note", async () => {
    const recording = recorded("create-note");
    const contact = { id: "713492963559", properties: {} };
    const answer = await replay(holding("contacts", [contact]), recording);
    expect(shape(answer)).toEqual(shape(recording.response));
  });

  test("create-property", async () => {
    const recording = recorded("create-property");
    const answer = await replay(openAccount(), recording);
    expect(shape(answer)).toEqual(shape(recording.response));
  });

  test.each([
    ["get-company", "companies"],
    ["get-contact", "contacts"],
    ["get-deal", "deals"],
  ])("%s", async (name, type) => {
    const recording = recorded(name);
    const account = holding(type, [recording.response]);
    const answer = await replay(account, recording);
    expect(shape(answer)).toEqual(shape(recording.response));
  });

  test("update-deal", async () => {
    const recording = recorded("update-deal");
    const deal = { id: recording.response.id, properties: { amount: "1" } };
    const answer = await replay(holding("deals", [deal]), recording);
    expect(shape(answer)).toEqual(shape(recording.response));
    expect(answer).toMatchObject({
      properties: {
        closedate: recording.response.properties.closedate,
        hs_deal_stage_probability:
          recording.response.properties.hs_deal_stage_probability,
        hs_projected_amount: recording.response.properties.hs_projected_amount,
      },
    });
  });

  test("update-contact", async () => {
    const recording = recorded("update-contact");
    const account = holding("contacts", [recording.response]);
    account.hubspot.create("notes", { hs_timestamp: "2026-03-09T12:00:00Z" }, [
      { to: { type: "contacts", id: recording.response.id }, typeId: 202 },
    ]);
    const answer = await replay(account, recording);
    expect(shape(answer)).toEqual(shape(recording.response));
  });

  test("batch-update-companies", async () => {
    const recording = recorded("batch-update-companies");
    const account = holding("companies", recording.response.results);
    const answer = await replay(account, recording);
    expect(shape(answer)).toEqual(shape(recording.response));
  });

  test.each(["companies", "contacts", "deals", "products"])(
    "list of %s",
    async (type) => {
      const recording = recorded(type);
      const account = holding(type, recording.response.results);
      const answer = await replay(account, recording);
      expect(shape(answer)).toEqual(shape(recording.response));
    },
  );

  test("search-deals", async () => {
    const recording = recorded("search-deals");
    const { results } = recording.response;
    const others = Array.from({ length: 16 }, (_, index) => ({
      id: String(600_000_000_001 + index),
      properties: {},
    }));
    const account = holding("deals", [...results, ...others]);
    const answer = await replay(account, recording);
    expect(shape(answer)).toEqual(shape(recording.response));
    expect(answer).toMatchObject({
      total: 21,
      paging: { next: { after: "5" } },
    });
  });

  test("fetch-pipelines", async () => {
    const recording = recorded("fetch-pipelines");
    const account = openAccount();
    account.hubspot.state.pipelines.splice(1);
    expect(await replay(account, recording)).toEqual(recording.response);
  });

  test("fetch-properties: those of a company that the sandbox has", async () => {
    const recording = recorded("fetch-properties");
    const real = new Map(
      (recording.response.results as unknown as Definition[]).map(
        (definition) => [definition.name, definition],
      ),
    );
    const answer = (await replay(openAccount(), recording)) as {
      results: Definition[];
    };
    const shared = answer.results.filter(({ name }) => real.has(name));
    expect(shared.length).toBeGreaterThan(30);
    for (const definition of shared) {
      const { name, type } = definition;
      expect({ name, type, keys: keysOf(definition) }).toEqual({
        name,
        type: real.get(name)?.type,
        keys: keysOf(real.get(name)),
      });
    }
  });
});

interface Definition {
  name: string;
  type: string;
}

/** Leaves out what only some of HubSpot's own definitions carry. */
function keysOf(definition: Definition | undefined): string[] {
  const some =
    /^(showCurrencySymbol|calculationFormula|referencedObjectType|dateDisplayHint|createdAt|updatedAt)$/;
  return Object.keys(definition ?? {})
    .filter((key) => !some.test(key))
    .sort();
}
