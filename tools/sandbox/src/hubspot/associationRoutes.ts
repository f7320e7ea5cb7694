import { Hono } from "hono";
import { linksTo, type End } from "./associations";
import {
  associationTypes,
  defaultAssociationType,
  findAssociationType,
} from "./associationTypes";
import {
  requireObjectScope,
  type HubspotContext,
  type HubspotEnv,
} from "./auth";
import { batchAnswer } from "./batches";
import { invalid, notFound } from "./errors";
import { createLabel } from "./associationLabels";
import { resolveType, type ObjectType } from "./objectTypes";
import { findObject } from "./objectLookup";
import { associate, dissociate } from "./objects";
import {
  isObject,
  readBody,
  readJson,
  readInputs,
  required,
  text,
  type JsonObject,
} from "./requests";
import type { Portal } from "./types";

const MOST = { read: 1_000, create: 2_000 };

/** `/{type}/{id}/associations/...` */
export function objectAssociationRoutes(portal: Portal): Hono<HubspotEnv> {
  const routes = new Hono<HubspotEnv>();
  routes.get("/:from/:id/associations/:to", (context) => {
    const [from, to] = admit(context, "read");
    // HubSpot's published description of 2026-09 has no such call.
    if (context.req.param("version") === "2026-09") throw notFound();
    const { id } = findObject(portal, from, context.req.param("id"));
    return context.json({ results: viewLinks(context, portal, from, id, to) });
  });
  routes.put("/:from/:id/associations/default/:to/:toId", (context) => {
    const [from, to] = readEnds(context, portal);
    const { typeId } = defaultAssociationType(portal, from.type, to.type);
    associate(portal, from, to, typeId);
    const results = viewDefaults(portal, from, to);
    return batchAnswer(context, portal, { results, errors: [] }, 200);
  });
  routes.put("/:from/:id/associations/:to/:toId", async (context) => {
    const [from, to] = readEnds(context, portal);
    const types = readTypes(await readJson(context));
    const labels = types.map(
      (typeId) => findAssociationType(portal, from.type, to.type, typeId).label,
    );
    dissociate(portal, from, to);
    for (const typeId of types) associate(portal, from, to, typeId);
    return context.json(
      {
        fromObjectTypeId: from.type.id,
        fromObjectId: viewId(context, from.id),
        toObjectTypeId: to.type.id,
        toObjectId: viewId(context, to.id),
        labels: labels.filter((label) => label !== null),
      },
      201,
    );
  });
  routes.delete("/:from/:id/associations/:to/:toId", (context) => {
    const [from, to] = readEnds(context, portal);
    dissociate(portal, from, to);
    return context.body(null, 204);
  });
  return routes;
}

/** `/{from}/{to}/...` */
export function associationRoutes(portal: Portal): Hono<HubspotEnv> {
  const routes = new Hono<HubspotEnv>();
  routes.get("/:from/:to/labels", (context) => {
    const [from, to] = admit(context, "read");
    const results = associationTypes(portal, from, to).map(
      ({ category, typeId, label }) => ({ category, typeId, label }),
    );
    return context.json({ results });
  });
  routes.post("/:from/:to/labels", async (context) => {
    const [from, to] = admit(context, "write");
    const results = createLabel(portal, from, to, await readBody(context));
    return context.json({ results });
  });
  routes.post("/:from/:to/batch/read", async (context) => {
    const [from, to] = admit(context, "read");
    const outcome = { results: [] as object[], errors: [] as object[] };
    for (const input of readInputs(await readBody(context), MOST.read)) {
      const id = required(input, "id");
      const links = viewLinks(context, portal, from, id, to);
      if (links.length > 0) outcome.results.push({ from: { id }, to: links });
      else outcome.errors.push(noAssociations(from, id, to));
    }
    return batchAnswer(context, portal, outcome, 200);
  });
  routes.post("/:from/:to/batch/create", async (context) => {
    const pairs = await readPairs(context, portal);
    const work = pairs.map(({ input, from, to }) => ({
      from,
      to,
      types: readTypes(input.types).map((typeId) =>
        findAssociationType(portal, from.type, to.type, typeId),
      ),
    }));
    const results = work.map(({ from, to, types }) => {
      for (const { typeId } of types) associate(portal, from, to, typeId);
      return {
        fromObjectTypeId: from.type.id,
        fromObjectId: viewId(context, from.id),
        toObjectTypeId: to.type.id,
        toObjectId: viewId(context, to.id),
        labels: types.flatMap(({ label }) => label ?? []),
      };
    });
    return batchAnswer(context, portal, { results, errors: [] }, 201);
  });
  routes.post("/:from/:to/batch/associate/default", async (context) => {
    const pairs = await readPairs(context, portal);
    const results = pairs.flatMap(({ from, to }) => {
      const { typeId } = defaultAssociationType(portal, from.type, to.type);
      associate(portal, from, to, typeId);
      return viewDefaults(portal, from, to);
    });
    return batchAnswer(context, portal, { results, errors: [] }, 200);
  });
  routes.post("/:from/:to/batch/labels/archive", async (context) => {
    for (const { input, from, to } of await readPairs(context, portal)) {
      dissociate(portal, from, to, readTypes(input.types));
    }
    return context.body(null, 204);
  });
  routes.post("/:from/:to/batch/archive", async (context) => {
    const [fromType, toType] = admit(context, "write");
    for (const input of readInputs(await readBody(context), MOST.create)) {
      const from = { type: fromType, id: idIn(input, "from") };
      const targets: unknown[] = Array.isArray(input.to) ? input.to : [];
      for (const target of targets.filter(isObject)) {
        dissociate(portal, from, { type: toType, id: required(target, "id") });
      }
    }
    return context.body(null, 204);
  });
  return routes;
}

function admit(
  context: HubspotContext,
  access: "read" | "write",
): [ObjectType, ObjectType] {
  const from = resolveType(context.req.param("from") ?? "");
  const to = resolveType(context.req.param("to") ?? "");
  requireObjectScope(context, from, access);
  requireObjectScope(context, to, access);
  return [from, to];
}

function readEnds(context: HubspotContext, portal: Portal): [End, End] {
  const [from, to] = admit(context, "write");
  const { id } = findObject(portal, from, context.req.param("id") ?? "");
  const other = findObject(portal, to, context.req.param("toId") ?? "");
  return [
    { type: from, id },
    { type: to, id: other.id },
  ];
}

async function readPairs(
  context: HubspotContext,
  portal: Portal,
): Promise<{ input: JsonObject; from: End; to: End }[]> {
  const [from, to] = admit(context, "write");
  return readInputs(await readBody(context), MOST.create).map((input) => ({
    input,
    from: { type: from, id: findObject(portal, from, idIn(input, "from")).id },
    to: { type: to, id: findObject(portal, to, idIn(input, "to")).id },
  }));
}

function idIn(input: JsonObject, key: string): string {
  const end = input[key];
  return required(isObject(end) ? end : {}, "id");
}

/** HubSpot takes numbers only: names such as `deal_to_company` are refused. */
function readTypes(types: unknown): number[] {
  const specs = Array.isArray(types) ? types.filter(isObject) : [];
  const ids = specs.map((spec) => Number(text(spec.associationTypeId)));
  if (ids.length === 0 || ids.some((id) => !Number.isInteger(id))) {
    throw invalid(
      "Invalid input JSON on line 1, column 1: Some required fields were not set: [associationTypeId]",
    );
  }
  return ids;
}

/** Ids at the ends of associations became text in 2026-09; before that they are numbers. */
function viewId(context: HubspotContext, id: string): string | number {
  return context.req.param("version") === "2026-09" ? id : Number(id);
}

function viewLinks(
  context: HubspotContext,
  portal: Portal,
  from: ObjectType,
  id: string,
  to: ObjectType,
) {
  const types = associationTypes(portal, from, to);
  const byObject = new Map<string, object[]>();
  for (const link of linksTo(portal, from, id, to)) {
    const type = types.find(({ typeId }) => typeId === link.typeId);
    if (!type) continue;
    const { category, typeId, label } = type;
    const sofar = byObject.get(link.id) ?? [];
    byObject.set(link.id, [...sofar, { category, typeId, label }]);
  }
  return [...byObject].map(([toId, associationTypes]) => ({
    toObjectId: viewId(context, toId),
    associationTypes,
  }));
}

function viewDefaults(portal: Portal, from: End, to: End): object[] {
  const { typeId, inverseTypeId } = defaultAssociationType(
    portal,
    from.type,
    to.type,
  );
  const half = (a: End, b: End, associationTypeId: number) => ({
    from: { id: a.id },
    to: { id: b.id },
    associationSpec: {
      associationCategory: "HUBSPOT_DEFINED",
      associationTypeId,
    },
  });
  return [half(from, to, typeId), half(to, from, inverseTypeId)];
}

function noAssociations(from: ObjectType, id: string, to: ObjectType): object {
  return {
    status: "error",
    category: "OBJECT_NOT_FOUND",
    subCategory: "crm.associations.NO_ASSOCIATIONS_FOUND",
    message: `No ${to.name} is associated with ${from.name} ${id}.`,
    context: {
      fromObjectId: [id],
      fromObjectType: [from.name],
      toObjectType: [to.name],
    },
  };
}
