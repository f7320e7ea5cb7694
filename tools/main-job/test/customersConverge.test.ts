import fc from "fast-check";
import {
  OBJECTS,
  openOffice,
  writes,
  type Office,
  type RecordType,
} from "./customerSync";
import { DEPTH } from "./depth";

const NAMES = [
  "Smith & Sons",
  'Bob "The Builder"',
  "O'Neil",
  "株式会社",
  "Acme Ltd",
  "ACME LTD",
  "  Two   spaces ",
  "<Angle> Works",
];
const PHONES = ["+44 (0)20 7946 0018", "0044 20 7946 0019", "020 7946 0020"];
const COUNTRIES = ["UK", "United Kingdom", "Germany"];
const EMAILS = ["shared@acme.example", "Info@Acme.example", "one@x.example"];

type Edit =
  | { at: "hubspot" | "xero"; do: "create"; name: string; type: RecordType }
  | {
      at: "hubspot" | "xero";
      do: "edit";
      who: number;
      field: Field;
      value: number;
    }
  | { at: "hubspot" | "xero"; do: "archive" | "restore"; who: number }
  | { at: "hubspot" | "xero"; do: "merge"; who: number; into: number };
type Field = "name" | "phone" | "country" | "email" | "street";

const side = fc.constantFrom("hubspot" as const, "xero" as const);
const who = fc.nat({ max: 5 });
const edit = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      at: side,
      do: fc.constant("create" as const),
      name: fc.constantFrom(...NAMES),
      type: fc.constantFrom<RecordType>("company", "company", "contact"),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      at: side,
      do: fc.constant("edit" as const),
      who,
      field: fc.constantFrom<Field>(
        "name",
        "phone",
        "country",
        "email",
        "street",
      ),
      value: fc.nat({ max: 7 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      at: side,
      do: fc.constantFrom("archive" as const, "restore" as const),
      who,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      at: side,
      do: fc.constant("merge" as const),
      who,
      into: who,
    }),
  },
);

/** What people made since the agency opened, in either system. */
interface Made {
  records: { type: RecordType; id: string }[];
  contacts: string[];
}

const pick = <T>(list: readonly T[], index: number): T | undefined =>
  list[index % list.length];

/** A person's edit; one that the vendor itself refuses is left out, as a person would leave it. */
function carryOut(office: Office, made: Made, done: Edit): void {
  office.world.sandbox.clock.advance(1_500);
  try {
    if (done.at === "hubspot") inHubspot(office, made, done);
    else inXero(office, made, done);
  } catch {
    // refused by the vendor
  }
}

function inHubspot({ world }: Office, made: Made, done: Edit): void {
  const { hubspot } = world.sandbox;
  if (done.do === "create") {
    const properties: Record<string, string> =
      done.type === "company"
        ? { name: done.name }
        : { firstname: done.name, lastname: "Lee" };
    made.records.push({
      type: done.type,
      id: hubspot.create(OBJECTS[done.type], properties).id,
    });
    return;
  }
  const record = pick(made.records, done.who);
  if (!record) return;
  const objects = OBJECTS[record.type];
  if (done.do === "archive") hubspot.archive(objects, record.id);
  if (done.do === "restore") hubspot.restore(objects, record.id);
  if (done.do === "merge") {
    const into = pick(made.records, done.into);
    if (into?.type === record.type) hubspot.merge(objects, into.id, record.id);
  }
  if (done.do === "edit") {
    const { field, value } = done;
    const isCompany = record.type === "company";
    const changes: Record<Field, Record<string, string>> = {
      name: { [isCompany ? "name" : "firstname"]: pick(NAMES, value)! },
      phone: { phone: pick(PHONES, value)! },
      country: { country: pick(COUNTRIES, value)! },
      email: isCompany ? {} : { email: pick(EMAILS, value)! },
      street: isCompany
        ? { address: `${value} Quay`, address2: "Floor 2" }
        : { address: `${value} Quay, Floor 2` },
    };
    hubspot.update(objects, record.id, changes[field]);
  }
}

function inXero({ person }: Office, made: Made, done: Edit): void {
  if (done.do === "create") {
    made.contacts.push(person.createContact({ Name: done.name }).ContactID);
    return;
  }
  const contactId = pick(made.contacts, done.who);
  if (!contactId) return;
  if (done.do === "archive") person.archiveContact(contactId);
  if (done.do === "restore") person.restoreContact(contactId);
  if (done.do === "merge") {
    const into = pick(made.contacts, done.into)!;
    if (into !== contactId) person.mergeContact(contactId, into);
  }
  if (done.do === "edit") {
    const { field, value } = done;
    const address = {
      AddressType: "POBOX",
      AddressLine1: `${value} Pier`,
      AddressLine2: "Hall",
      AddressLine3: "Rear",
    };
    const changes = {
      name: { Name: pick(NAMES, value)! },
      phone: {
        Phones: [
          {
            PhoneType: "DEFAULT",
            PhoneCountryCode: "44",
            PhoneAreaCode: "20",
            PhoneNumber: `7946 01${value}`,
          },
        ],
      },
      country: {
        Addresses: [{ AddressType: "POBOX", Country: pick(COUNTRIES, value)! }],
      },
      email: { EmailAddress: pick(EMAILS, value)! },
      street: { Addresses: [address] },
    };
    person.editContact(contactId, changes[field]);
  }
}

/** One round: each direction runs, and hears once of what the other did. */
async function round(office: Office, xeroFirst: boolean): Promise<void> {
  const runs = xeroFirst
    ? [office.toHubspot, office.toXero, office.toHubspot]
    : [office.toXero, office.toHubspot, office.toXero];
  for (const run of runs) {
    office.later();
    await run();
  }
}

/** Live HubSpot records by the Xero contact that they are linked with. */
function links({ world }: Pick<Office, "world">): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const type of ["0-1", "0-2"])
    for (const { id, archived, properties } of Object.values(
      world.sandbox.hubspot.state.objects[type] ?? {},
    )) {
      const contactId = properties["xero_contact_id"];
      if (!archived && contactId)
        found.set(contactId, [
          ...(found.get(contactId) ?? []),
          `${type}/${id}`,
        ]);
    }
  return found;
}

it(
  "comes to rest within one round, whatever was edited where and in whatever order",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(edit, fc.boolean()), { minLength: 3, maxLength: 10 }),
        fc.boolean(),
        async (edits, xeroFirst) => {
          const office = await openOffice();
          const made: Made = { records: [], contacts: [] };
          for (const [done, pollsNow] of edits) {
            carryOut(office, made, done as Edit);
            if (!pollsNow) continue;
            // a poll in the midst of the edits, before search shows them
            await (xeroFirst ? office.toXero() : office.toHubspot());
            noteContacts(office, made);
          }
          await round(office, xeroFirst);
          office.later();
          const { calls } = await office.world.sandbox.meter.during(
            async () => {
              await office.toXero();
              await office.toHubspot();
            },
          );
          expect(writes(calls)).toEqual([]);
          for (const [contactId, holders] of links(office))
            expect({ contactId, holders }).toEqual({
              contactId,
              holders: [expect.any(String)],
            });
          if (office.refusals.length === 0)
            expect(disagreements(office)).toEqual([]);
          const before = count(office);
          await round(office, !xeroFirst);
          expect(count(office)).toEqual(before);
          await office.world.sandbox.close();
        },
      ),
      { numRuns: 4 * DEPTH, endOnFailure: true },
    );
  },
  120_000 * DEPTH,
);

/** What the Zaps made is edited by people as well. */
function noteContacts({ world }: Office, made: Made): void {
  const { contacts } = world.sandbox.xero.books();
  made.contacts = [
    ...new Set([
      ...made.contacts,
      ...contacts.slice(-2).map(({ ContactID }) => ContactID),
    ]),
  ];
}

const count = ({ world }: Office) => ({
  contacts: world.sandbox.xero.books().contacts.length,
  companies: Object.keys(world.sandbox.hubspot.state.objects["0-2"] ?? {})
    .length,
  people: Object.keys(world.sandbox.hubspot.state.objects["0-1"] ?? {}).length,
});

const digits = (text = "") => text.replace(/\(0\)|\D/g, "").replace(/^00/, "");

/** Linked companies whose name or phone the two systems tell differently. */
function disagreements({ world }: Pick<Office, "world">): object[] {
  const { hubspot, xero } = world.sandbox;
  const { contacts } = xero.books();
  return [...links({ world })].flatMap(([contactId, [holder = ""]]) => {
    const [type = "", id = ""] = holder.split("/");
    const company = type === "0-2" && hubspot.get("companies", id);
    const contact = contacts.find(({ ContactID }) => ContactID === contactId);
    if (!company || contact?.ContactStatus !== "ACTIVE") return [];
    const { name = "", phone = "" } = company.properties;
    const stored = contact.Phones.find(
      ({ PhoneType }) => PhoneType === "DEFAULT",
    );
    const number = `${stored?.PhoneCountryCode ?? ""}${stored?.PhoneAreaCode ?? ""}${stored?.PhoneNumber ?? ""}`;
    const isSame =
      name.replace(/[<>]/g, "").replace(/\s+/g, " ").trim() === contact.Name &&
      digits(phone) === digits(number);
    return isSame ? [] : [{ id, name, phone, contact }];
  });
}
