import type { Clock } from "../clock";
import { resolveType } from "./objectTypes";
import { API, associate, prepareCreate } from "./objects";
import { completePipeline } from "./pipelines";
import { customProperty } from "./propertyDefinitions";
import { formatInstant } from "./instants";
import type { HubspotSeed, HubspotState, Portal, PropertyDraft } from "./types";

const FIRST_ID = 500_000_000_001;
const FIRST_LABEL_TYPE_ID = 10_001;

/** The state of an account in which the seeded objects were just created through the API. */
export function plantSeed(seed: HubspotSeed, clock: Clock): HubspotState {
  const state: HubspotState = {
    account: seed.account,
    tokens: seed.tokens,
    pipelines: seed.pipelines.map(completePipeline),
    taxRates: seed.taxRates,
    owners: seed.owners,
    properties: {},
    propertyGroups: {},
    associationLabels: [],
    objects: {},
    links: {},
    nextId: seed.objects.reduce(
      (next, { id }) => Math.max(next, Number(id) + 1),
      FIRST_ID,
    ),
    nextAssociationTypeId: FIRST_LABEL_TYPE_ID,
    usage: { burst: {}, searches: [], day: "", today: 0 },
  };
  for (const [name, drafts] of Object.entries(seed.properties ?? {})) {
    plantProperties(state, resolveType(name).id, drafts, clock);
  }
  const portal: Portal = {
    state,
    clock,
    limits: {
      enforce: false,
      burstPer10s: 0,
      searchPerSecond: 0,
      daily: 0,
      searchLagMs: 0,
      urlLength: 0,
    },
    committed: () => {},
  };
  plantObjects(portal, seed);
  return structuredClone(state);
}

function plantProperties(
  state: HubspotState,
  typeId: string,
  drafts: PropertyDraft[],
  clock: Clock,
): void {
  const now = formatInstant(clock.now());
  const userId = String(state.owners[0]?.userId ?? 0);
  state.properties[typeId] = drafts.map((draft) =>
    customProperty(draft, now, userId),
  );
  const groups = new Set(drafts.map(({ groupName }) => groupName));
  state.propertyGroups[typeId] = [...groups].map((name) => ({
    name,
    label: name,
    displayOrder: -1,
    archived: false,
  }));
}

/** Associations come last, so that objects may refer to ones further down. */
function plantObjects(portal: Portal, { objects }: HubspotSeed): void {
  for (const { type, id, properties } of objects) {
    prepareCreate(portal, resolveType(type), { id, properties }, API)();
  }
  for (const { type, id, associations } of objects) {
    for (const { to, typeId } of associations ?? []) {
      associate(
        portal,
        { type: resolveType(type), id },
        { type: resolveType(to.type), id: to.id },
        typeId,
      );
    }
  }
}
