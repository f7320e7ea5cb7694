import { Hono } from "hono";
import type { Clock } from "../clock";
import {
  accountInfoRoutes,
  currencyRoutes,
  ownerRoutes,
  pipelineRoutes,
  taxRateRoutes,
} from "./accountRoutes";
import {
  associationRoutes,
  objectAssociationRoutes,
} from "./associationRoutes";
import { authenticate, type HubspotEnv } from "./auth";
import { batchRoutes } from "./batchRoutes";
import { HubspotError, notFound } from "./errors";
import { resolveType } from "./objectTypes";
import { findObject, lookUp } from "./objectLookup";
import { archiveObject, PERSON, prepareCreate, prepareUpdate } from "./objects";
import { mergeObjects, restoreObject } from "./merges";
import { objectRoutes } from "./objectRoutes";
import { propertyRoutes } from "./propertyRoutes";
import { limitRate } from "./rateLimits";
import { searchRoutes } from "./searchRoutes";
import { plantSeed } from "./seed";
import type {
  AssociationRequest,
  HubspotLimits,
  HubspotObject,
  HubspotSeed,
  HubspotState,
  Portal,
} from "./types";

export interface Hubspot {
  app: Hono<HubspotEnv>;
  /** Everything the account holds, as plain JSON: keep it to go on later. */
  state: HubspotState;
  /** What a person does in HubSpot's own pages; types as in paths, `deals` or `0-3`. */
  create(
    type: string,
    properties: Record<string, string>,
    associations?: AssociationRequest[],
  ): HubspotObject;
  get(type: string, id: string): HubspotObject | undefined;
  update(
    type: string,
    id: string,
    properties: Record<string, string>,
  ): HubspotObject;
  archive(type: string, id: string): void;
  /** Out of the recycle bin. */
  restore(type: string, id: string): HubspotObject;
  /** The other record becomes a part of the first one, which stays. */
  merge(type: string, id: string, otherId: string): HubspotObject;
}

/** As of a Professional account. */
const LIMITS: HubspotLimits = {
  enforce: true,
  burstPer10s: 190,
  searchPerSecond: 5,
  daily: 625_000,
  searchLagMs: 0,
  urlLength: 8_192,
};

/** A HubSpot account that behaves, without HubSpot. `state` goes on from an earlier one; the seed is then not planted. */
export function createHubspot(options: {
  clock: Clock;
  seed: HubspotSeed;
  state?: HubspotState;
  limits?: Partial<HubspotLimits>;
  onChange?: () => void;
}): Hubspot {
  const portal: Portal = {
    state: options.state ?? plantSeed(options.seed, options.clock),
    clock: options.clock,
    limits: { ...LIMITS, ...options.limits },
    committed: () => options.onChange?.(),
  };
  return {
    app: createApp(portal),
    state: portal.state,
    create: (name, properties, associations) => {
      const draft = { properties, associations };
      return prepareCreate(portal, resolveType(name), draft, PERSON)();
    },
    get: (name, id) => lookUp(portal, resolveType(name), id),
    update: (name, id, properties) => {
      const type = resolveType(name);
      const object = findObject(portal, type, id);
      return prepareUpdate(portal, type, object, properties, PERSON)();
    },
    archive: (name, id) => archiveObject(portal, resolveType(name), id),
    restore: (name, id) => restoreObject(portal, resolveType(name), id),
    merge: (name, id, otherId) =>
      mergeObjects(portal, resolveType(name), id, otherId, PERSON),
  };
}

const DATED = ":version{2026-0[39]}";

function createApp(portal: Portal): Hono<HubspotEnv> {
  const app = new Hono<HubspotEnv>({ strict: false });
  app.use(async (context, next) => {
    if (context.req.url.length > portal.limits.urlLength) {
      throw new HubspotError(414, { message: "URI Too Long" });
    }
    await next();
  });
  app.use(authenticate(portal));
  app.use(limitRate(portal));
  for (const base of [`/crm/objects/${DATED}`, "/crm/v3/objects"]) {
    app.route(base, batchRoutes(portal));
    app.route(base, searchRoutes(portal));
    app.route(base, objectRoutes(portal));
  }
  for (const base of [`/crm/objects/${DATED}`, "/crm/:version{v4}/objects"]) {
    app.route(base, objectAssociationRoutes(portal));
  }
  for (const base of [
    `/crm/associations/${DATED}`,
    "/crm/:version{v4}/associations",
  ]) {
    app.route(base, associationRoutes(portal));
  }
  for (const [dated, legacy, routes] of [
    ["/crm/properties", "/crm/v3/properties", propertyRoutes(portal)],
    ["/crm/pipelines", "/crm/v3/pipelines", pipelineRoutes(portal)],
    ["/crm/owners", "/crm/v3/owners", ownerRoutes(portal)],
    ["/account-info", "/account-info/v3", accountInfoRoutes(portal)],
  ] as const) {
    app.route(`${dated}/${DATED}`, routes);
    app.route(legacy, routes);
  }
  app.route(`/tax-rates/${DATED}/tax-rates`, taxRateRoutes(portal));
  app.route(`/settings/currencies/${DATED}`, currencyRoutes(portal));
  app.notFound(() => {
    throw notFound();
  });
  app.onError((error, context) => {
    if (!(error instanceof HubspotError)) throw error;
    return context.json(error.body, error.status);
  });
  return app;
}
