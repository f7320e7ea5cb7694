import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openJournal } from "../src/journal";
import { company, openWorld, person, type World } from "./world";

const HALVES = ["501", "502", "503"];

/** Links of both types, one of them half made, and one that nobody can match. */
const openBooks = () =>
  openWorld(
    [
      ...HALVES.map((id) => company(id, `Customer ${id}`)),
      person("601", "Jo", "jo@acme.example"),
      person("602", "Ada", "ada@acme.example"),
    ],
    [
      ...HALVES.map((id) => ({ Name: `Customer ${id}` })),
      { Name: "Jo", EmailAddress: "jo@acme.example" },
      { Name: "Nobody" },
    ],
  );

/** What both sides hold in the end. */
function links({ sandbox }: World) {
  const { contacts } = sandbox.xero.books();
  return contacts.map(({ Name, ContactID, ContactNumber = "" }) => {
    const [, type, id = ""] = /^hubspot-(\w+)-(\d+)$/.exec(ContactNumber) ?? [];
    const record = sandbox.hubspot.get(
      type === "contact" ? "contacts" : "companies",
      id,
    );
    return [
      Name,
      ContactNumber,
      record?.properties["xero_contact_id"] === ContactID,
    ];
  });
}

const LINKED = [
  ...HALVES.map((id) => [`Customer ${id}`, `hubspot-company-${id}`, true]),
  ["Jo", "hubspot-contact-601", true],
  ["Nobody", "", false],
];

const isWriteCall = ({ method, path }: { method: string; path: string }) =>
  method !== "GET" && !path.endsWith("/batch/read");

/** What a process that ends in the middle leaves behind: the call was made, or was not, and nothing after it happened. */
const STOPS = ["dropBefore", "dropAfterCommit"] as const;

it.each(STOPS)(
  "goes on after a stop at any call, and writes nothing twice: %s",
  async (kind) => {
    const whole = await openBooks();
    const { calls } = await whole.sandbox.meter.during(() => whole.run());
    const writes = calls.filter(isWriteCall).length;
    // Set-up 2, pages 3, and for each type: contacts looked at, links read and written, contacts looked at and written.
    expect(calls).toHaveLength(2 + 3 + 2 * 5);
    for (const [after, call] of calls.entries()) {
      // A read leaves nothing behind, whenever it broke off.
      if (kind === "dropAfterCommit" && !isWriteCall(call)) continue;
      const world = await openBooks();
      const { faults, meter } = world.sandbox;
      // More failures than the command bears.
      faults.add({ after, times: 1, effect: { kind } });
      faults.add({ after, times: 100, effect: { kind: "dropBefore" } });
      const before = meter.calls().length;
      await expect(world.run()).rejects.toThrow("did not answer");
      faults.clear();
      const stopped = meter.calls().slice(before);
      const { calls: resumed } = await meter.during(() => world.run());
      expect(links(world)).toEqual(LINKED);
      const carriedOut = stopped.slice(
        0,
        after + (kind === "dropBefore" ? 0 : 1),
      );
      expect(
        carriedOut.filter(isWriteCall).length +
          resumed.filter(isWriteCall).length,
      ).toBe(writes);
    }
  },
);

it("reads no page again that the stopped run has read", async () => {
  const world = await openWorld(
    Array.from({ length: 250 }, (_, place) =>
      company(String(1000 + place), `Customer ${place}`),
    ),
    [{ Name: "Customer 249" }],
  );
  const { faults, meter } = world.sandbox;
  faults.add({
    vendor: "xero",
    times: 100,
    effect: { kind: "refuse", status: 502 },
  });
  await expect(world.run({ write: false })).rejects.toThrow(
    "Xero failed (502)",
  );
  faults.clear();
  const { result, calls } = await meter.during(() =>
    world.run({ write: false }),
  );
  expect(calls.map(({ vendor }) => vendor)).toEqual(["xero"]);
  expect(result.proposals.filter(({ kind }) => kind === "likely")).toHaveLength(
    1,
  );
});

it("drops the line that was cut, and refuses the journal of other accounts", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "journal-"));
  const file = path.join(folder, "journal.jsonl");
  const start = "2026-11-27T09:00:00Z";
  openJournal(file, "one", start).append({ written: [{ key: "company 1" }] });
  const whole = readFileSync(file, "utf8");
  writeFileSync(file, `${whole}{"written":[{"key":"comp`);
  const journal = openJournal(file, "one", "later");
  expect(journal.entries).toEqual([
    { account: "one", startedAt: start },
    { written: [{ key: "company 1" }] },
  ]);
  journal.append({ written: [{ key: "company 2" }] });
  expect(openJournal(file, "one", "later").entries).toHaveLength(3);
  expect(() => openJournal(file, "two", "later")).toThrow(
    "keeps a stopped run on other accounts (one, not two)",
  );
  journal.forget();
  expect(openJournal(file, "two", "later").entries).toEqual([]);
  rmSync(folder, { recursive: true });
});
