import { Hono } from "hono";
import { linksTo } from "./associations";
import type { HubspotEnv } from "./auth";
import { invalid } from "./errors";
import { resolveType, type ObjectType } from "./objectTypes";
import { compareIds } from "./objectLookup";
import { admit } from "./objectRoutes";
import { viewObject } from "./objectView";
import { propertiesOf } from "./properties";
import { isObject, readBody, text, texts, type JsonObject } from "./requests";
import {
  compareValues,
  passes,
  readFilter,
  tokensOf,
  type SearchFilter,
} from "./searchFilters";
import { indexedObjects } from "./searchIndex";
import type { HubspotObject, Portal, PropertyDefinition } from "./types";

const CAPS = {
  body: 3_000,
  results: 10_000,
  page: 200,
  groups: 5,
  filtersInGroup: 6,
  filters: 18,
};

const ASSOCIATIONS = "associations.";

export function searchRoutes(portal: Portal): Hono<HubspotEnv> {
  const routes = new Hono<HubspotEnv>();
  routes.post("/:type/search", async (context) => {
    const type = admit(context, "read");
    if ((await context.req.text()).length > CAPS.body) {
      throw invalid(`The request body is longer than ${CAPS.body} characters.`);
    }
    const body = await readBody(context);
    const { limit, offset } = readPage(body);
    const groups = readGroups(portal, type, body);
    const found = indexedObjects(portal, type)
      .filter(
        (object) =>
          groups.length === 0 ||
          groups.some((group) => group.every((test) => test(object))),
      )
      .filter((object) => hasWords(type, object, text(body.query)))
      .sort(readOrder(portal, type, body.sorts));
    const end = offset + limit;
    return context.json({
      total: found.length,
      results: found.slice(offset, end).map((object) =>
        viewObject(portal, type, object, {
          properties: texts(body.properties),
        }),
      ),
      ...(end < found.length && { paging: { next: { after: String(end) } } }),
    });
  });
  return routes;
}

function readPage(body: JsonObject): { limit: number; offset: number } {
  const limit = Number(body.limit ?? 10);
  const offset = Number(body.after || 0);
  if (!Number.isInteger(limit) || limit < 0 || limit > CAPS.page) {
    throw invalid(`limit must be a whole number, at most ${CAPS.page}`);
  }
  if (!Number.isInteger(offset) || offset < 0) {
    throw invalid("after must be an integer");
  }
  if (offset + limit > CAPS.results) {
    throw invalid(`Paging beyond ${CAPS.results} results is not possible`);
  }
  return { limit: limit || 10, offset };
}

type Test = (object: HubspotObject) => boolean;

/** One list of tests for each group. */
function readGroups(
  portal: Portal,
  type: ObjectType,
  body: JsonObject,
): Test[][] {
  const given: unknown[] = Array.isArray(body.filterGroups)
    ? body.filterGroups
    : [];
  const shorthand = Array.isArray(body.filters)
    ? [{ filters: body.filters }]
    : [];
  const groups = [...given, ...shorthand].filter(isObject).map((group) => {
    const filters: unknown[] = Array.isArray(group.filters)
      ? group.filters
      : [];
    return filters.map((filter) => testOf(portal, type, readFilter(filter)));
  });
  if (
    groups.length > CAPS.groups ||
    groups.flat().length > CAPS.filters ||
    groups.some((group) => group.length > CAPS.filtersInGroup)
  ) {
    throw invalid(
      `At most ${CAPS.groups} filter groups of ${CAPS.filtersInGroup} filters, and ${CAPS.filters} filters in all`,
    );
  }
  return groups;
}

function testOf(portal: Portal, type: ObjectType, filter: SearchFilter): Test {
  const name = filter.propertyName;
  if (!name.startsWith(ASSOCIATIONS)) {
    const definition = searchable(portal, type, name);
    return ({ properties }) => passes(filter, definition, properties[name]);
  }
  const other = resolveType(name.slice(ASSOCIATIONS.length));
  const test = associationTest(filter);
  return ({ id }) =>
    test(linksTo(portal, type, id, other).map((link) => link.id));
}

function associationTest({
  operator,
  value,
  values,
}: SearchFilter): (ids: string[]) => boolean {
  switch (operator) {
    case "EQ":
      return (ids) => ids.includes(value);
    case "NEQ":
      return (ids) => !ids.includes(value);
    case "IN":
      return (ids) => values.some((id) => ids.includes(id));
    case "NOT_IN":
      return (ids) => !values.some((id) => ids.includes(id));
    case "HAS_PROPERTY":
      return (ids) => ids.length > 0;
    case "NOT_HAS_PROPERTY":
      return (ids) => ids.length === 0;
    default:
      throw invalid(`Operator ${operator} does not work on associations`);
  }
}

function searchable(
  portal: Portal,
  type: ObjectType,
  name: string,
): PropertyDefinition {
  const definition = propertiesOf(portal, type).get(name);
  if (!definition) {
    throw invalid("There was a problem with the request.", {
      errors: [
        {
          message: `Property ${name} does not exist on ${type.name}`,
          code: "PROPERTY_DOESNT_EXIST",
          context: { propertyName: [name] },
        },
      ],
    });
  }
  return definition;
}

function hasWords(
  type: ObjectType,
  object: HubspotObject,
  query: string | undefined,
): boolean {
  if (!query) return true;
  const tokens = [...type.defaultProperties, "phone", "hs_sku"].flatMap(
    (name) => tokensOf(object.properties[name] ?? ""),
  );
  return tokensOf(query).every((word) =>
    tokens.some((token) => token.startsWith(word)),
  );
}

/** One sort at most. Equal and missing values follow in the order of creation, missing ones last. */
function readOrder(
  portal: Portal,
  type: ObjectType,
  sorts: unknown,
): (a: HubspotObject, b: HubspotObject) => number {
  const [sort, ...more]: unknown[] = Array.isArray(sorts) ? sorts : [];
  if (more.length > 0) throw invalid("Only one sort is possible");
  const byId = (a: HubspotObject, b: HubspotObject) => compareIds(a.id, b.id);
  if (sort === undefined) return byId;
  const { name, sign } = readSort(sort);
  const definition = searchable(portal, type, name);
  return (a, b) => {
    const [left, right] = [a.properties[name], b.properties[name]];
    if (left === undefined || right === undefined) {
      return (
        Number(left === undefined) - Number(right === undefined) || byId(a, b)
      );
    }
    return sign * compareValues(definition, left, right) || byId(a, b);
  };
}

/** `{propertyName, direction}`, or `"-createdate"` for short. */
function readSort(sort: unknown): { name: string; sign: 1 | -1 } {
  if (typeof sort === "string") {
    return {
      name: sort.replace(/^-/, ""),
      sign: sort.startsWith("-") ? -1 : 1,
    };
  }
  const { propertyName, direction } = isObject(sort) ? sort : {};
  return {
    name: text(propertyName) ?? "",
    sign: direction === "DESCENDING" ? -1 : 1,
  };
}
