import { Hono } from "hono";
import {
  requireObjectScope,
  type HubspotContext,
  type HubspotEnv,
} from "./auth";
import { invalid, notFound } from "./errors";
import { resolveType, type ObjectType } from "./objectTypes";
import { compareIds, findObject } from "./objectLookup";
import { API, archiveObject, prepareCreate, prepareUpdate } from "./objects";
import { viewObject, viewWritten, type Selection } from "./objectView";
import {
  isObject,
  propertiesIn,
  queryList,
  queryNumber,
  readBody,
  required,
  type JsonObject,
} from "./requests";
import type { AssociationRequest, HubspotObject, Portal } from "./types";
import { typeOfAssociation } from "./associationTypes";

/** Page sizes: less when each property carries its history. */
const PAGE = { most: 100, withHistory: 50 };

export function objectRoutes(portal: Portal): Hono<HubspotEnv> {
  const routes = new Hono<HubspotEnv>();
  routes.get("/:type", (context) => {
    const type = admit(context, "read");
    const selection = readSelection(context);
    const limit = queryNumber(
      context,
      "limit",
      10,
      selection.propertiesWithHistory ? PAGE.withHistory : PAGE.most,
    );
    const { page, after } = listPage(portal, type, {
      limit,
      after: context.req.query("after"),
      archived: context.req.query("archived") === "true",
    });
    const next = new URL(context.req.url);
    if (after) next.searchParams.set("after", after);
    return context.json({
      results: page.map((object) =>
        viewObject(portal, type, object, selection),
      ),
      ...(after && { paging: { next: { after, link: next.href } } }),
    });
  });
  routes.post("/:type", async (context) => {
    const type = admit(context, "write");
    const body = await readBody(context);
    const draft = {
      properties: propertiesIn(body),
      associations: readAssociations(portal, type, body.associations),
    };
    const object = prepareCreate(portal, type, draft, API)();
    return context.json(viewWritten(portal, type, object), 201);
  });
  routes.get("/:type/:id", (context) => {
    const type = admit(context, "read");
    const selection = readSelection(context);
    const id = context.req.param("id");
    const object =
      context.req.query("archived") === "true"
        ? archivedObject(portal, type, id)
        : findObject(portal, type, id, context.req.query("idProperty"));
    return context.json(viewObject(portal, type, object, selection));
  });
  routes.patch("/:type/:id", async (context) => {
    const type = admit(context, "write");
    const sent = propertiesIn(await readBody(context));
    const object = findObject(
      portal,
      type,
      context.req.param("id"),
      context.req.query("idProperty"),
    );
    prepareUpdate(portal, type, object, sent, API)();
    return context.json(viewWritten(portal, type, object, sent));
  });
  routes.delete("/:type/:id", (context) => {
    archiveObject(portal, admit(context, "write"), context.req.param("id"));
    return context.body(null, 204);
  });
  return routes;
}

/** The type in the path, once the key may use it. */
export function admit(
  context: HubspotContext,
  access: "read" | "write",
): ObjectType {
  const type = resolveType(context.req.param("type") ?? "");
  requireObjectScope(context, type, access);
  return type;
}

/** Associations of a create body: numeric types only, and the type says what is at the other end. */
export function readAssociations(
  portal: Portal,
  from: ObjectType,
  associations: unknown,
): AssociationRequest[] {
  if (!Array.isArray(associations)) return [];
  return associations.filter(isObject).flatMap((association) => {
    const to: JsonObject = isObject(association.to) ? association.to : {};
    const types: unknown[] = Array.isArray(association.types)
      ? association.types
      : [];
    return types.filter(isObject).map((type) => {
      const typeId = Number(type.associationTypeId);
      const toType = typeOfAssociation(portal, from, typeId);
      if (!toType) {
        throw invalid(
          `Association type ${typeId} doesn't exist for ${from.name}`,
        );
      }
      return { to: { type: toType, id: required(to, "id") }, typeId };
    });
  });
}

function readSelection(context: HubspotContext): Selection {
  const associations = queryList(context, "associations")?.map(resolveType);
  for (const type of associations ?? []) {
    requireObjectScope(context, type, "read");
  }
  return {
    properties: queryList(context, "properties"),
    propertiesWithHistory: queryList(context, "propertiesWithHistory"),
    associations,
  };
}

function archivedObject(
  portal: Portal,
  type: ObjectType,
  id: string,
): HubspotObject {
  const object = portal.state.objects[type.id]?.[id];
  if (!object?.archived) throw notFound();
  return object;
}

function listPage(
  portal: Portal,
  type: ObjectType,
  wanted: { limit: number; after?: string; archived: boolean },
): { page: HubspotObject[]; after?: string } {
  const objects = Object.values(portal.state.objects[type.id] ?? {})
    .filter(({ archived }) => archived === wanted.archived)
    .sort((a, b) => compareIds(a.id, b.id));
  const { after } = wanted;
  const start = after
    ? objects.findIndex(({ id }) => compareIds(id, after) >= 0)
    : 0;
  if (start < 0) return { page: [] };
  const end = start + wanted.limit;
  return { page: objects.slice(start, end), after: objects[end]?.id };
}
