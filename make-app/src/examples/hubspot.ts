import { dealNote } from "../functions/dealNote";
import { dealProperties } from "../functions/dealProperties";
import { stored } from "./decided";
import type { Given } from "./examples";
import { account, deal, NOW } from "./records";

const written = dealProperties(stored, account.timeZone, NOW) as Parameters<
  typeof dealNote
>[0];
const note = dealNote(written, "event-1")!;
const pipelines = [
  {
    id: "default",
    stages: [
      { id: "closedwon", label: "Closed Won" },
      { id: "old", label: "Old", archived: true },
    ],
  },
];
const entered = {
  ...deal,
  properties: {
    ...deal.properties,
    hs_v2_date_entered_closedwon: "2026-11-23T10:00:00.000Z",
  },
};

const asked = {
  ...deal,
  propertiesWithHistory: {
    xero_invoice_request: [
      { value: "create", timestamp: "2026-11-23T10:00:00.000Z" },
      { value: "", timestamp: "2026-11-22T10:00:00.000Z" },
      { value: "create", timestamp: "2026-11-21T10:00:00.000Z" },
    ],
  },
};

/** Deals, notes, stages, properties and refusals of HubSpot. */
export const hubspot: Readonly<Record<string, readonly Given[]>> = {
  dealNote: [[written, "event-1"], [written]],
  isNoted: [
    [[{ id: "1", properties: { hs_note_body: note.html } }], note],
    [[], note],
    [undefined, note],
  ],
  noteBatches: [[[{ toObjectId: "9" }, { toObjectId: "10" }]], [[]]],
  noteBody: [["701", note, NOW]],
  dealsWanted: [
    [{ invoiceId: stored.id }],
    [{ invoiceId: stored.id, invoice: stored }],
    [{ invoiceNumber: "INV-1" }],
    [{}],
  ],
  foundDeals: [
    [[deal], account],
    [undefined, account],
  ],
  stageChoices: [[pipelines], [pipelines, "other"]],
  stageEntryQuery: [["closedwon", NOW, NOW], ["closedwon"]],
  stageEntries: [
    ["closedwon", [entered, deal], account],
    ["closedwon", undefined, account],
  ],
  requestQuery: [[NOW], []],
  requestedDeals: [[[deal]], [[]], [undefined]],
  invoiceRequests: [
    [[asked, deal], account, NOW],
    [[asked], account, "2026-11-23T10:00:30.000Z"],
    [undefined, account, NOW],
  ],
  setUpAllowed: [[{ confirm: true }], [{}]],
  setUpPlan: [
    [[], [], []],
    [[{ name: "xero_invoice_id", hasUniqueValue: false }], [], []],
    [undefined, [], []],
  ],
  setUpDone: [
    ["deals", [{ name: "a" }], { results: [{ name: "a" }] }],
    ["deals", [{ name: "a" }], { errors: [{ message: "Too many." }] }],
  ],
  hubspotProblem: [
    [404, {}, { message: "resource not found" }, "deal 701"],
    [429, {}, { policyName: "DAILY" }, "deal 701"],
  ],
};
