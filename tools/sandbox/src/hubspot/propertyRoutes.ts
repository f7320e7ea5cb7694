import { Hono } from "hono";
import {
  requireSchemaScope,
  type HubspotContext,
  type HubspotEnv,
} from "./auth";
import { batchAnswer, runBatch } from "./batches";
import { HubspotError, notFound } from "./errors";
import { resolveType, type ObjectType } from "./objectTypes";
import {
  archiveProperty,
  createGroup,
  createProperty,
  findProperty,
  groupsOf,
  propertiesOf,
} from "./properties";
import {
  isObject,
  readBody,
  readInputs,
  required,
  text,
  type JsonObject,
} from "./requests";
import type { Portal, PropertyDraft, PropertyOption } from "./types";

export function propertyRoutes(portal: Portal): Hono<HubspotEnv> {
  const routes = new Hono<HubspotEnv>();
  routes.get("/:type", (context) => {
    const type = admit(context, "read");
    const results = [...propertiesOf(portal, type).values()];
    return context.json({
      results: results.sort((a, b) => (a.name < b.name ? -1 : 1)),
    });
  });
  routes.post("/:type", async (context) => {
    const type = admit(context, "write");
    const draft = readDraft(await readBody(context));
    return context.json(createProperty(portal, type, draft), 201);
  });
  routes.get("/:type/groups", (context) =>
    context.json({ results: groupsOf(portal, admit(context, "read")) }),
  );
  routes.post("/:type/groups", async (context) => {
    const type = admit(context, "write");
    const body = await readBody(context);
    const group = createGroup(portal, type, {
      name: text(body.name) ?? "",
      label: text(body.label) ?? "",
      displayOrder: number(body.displayOrder),
    });
    return context.json(group, 201);
  });
  routes.get("/:type/groups/:group", (context) => {
    const name = context.req.param("group");
    const group = groupsOf(portal, admit(context, "read")).find(
      (candidate) => candidate.name === name,
    );
    if (!group) throw notFound(`Property group ${name} does not exist`);
    return context.json(group);
  });
  routes.post("/:type/batch/read", async (context) => {
    const type = admit(context, "read");
    const outcome = { results: [] as object[], errors: [] as object[] };
    for (const input of readInputs(await readBody(context), 100)) {
      try {
        outcome.results.push(
          findProperty(portal, type, required(input, "name")),
        );
      } catch (error) {
        if (!(error instanceof HubspotError)) throw error;
        outcome.errors.push(error.body);
      }
    }
    return batchAnswer(context, portal, outcome, 200);
  });
  routes.post("/:type/batch/create", async (context) => {
    const type = admit(context, "write");
    const outcome = runBatch(
      readInputs(await readBody(context), 100).map((input) => ({
        ...input,
        objectWriteTraceId: required(input, "name"),
      })),
      (input) => {
        const created = createProperty(portal, type, readDraft(input));
        return () => created;
      },
    );
    return batchAnswer(context, portal, outcome, 201);
  });
  routes.get("/:type/:name", (context) => {
    const type = admit(context, "read");
    return context.json(findProperty(portal, type, context.req.param("name")));
  });
  routes.delete("/:type/:name", (context) => {
    const type = admit(context, "write");
    archiveProperty(portal, type, context.req.param("name"));
    return context.body(null, 204);
  });
  return routes;
}

function admit(context: HubspotContext, access: "read" | "write"): ObjectType {
  const type = resolveType(context.req.param("type") ?? "");
  requireSchemaScope(context, type, access);
  return type;
}

function readDraft(body: JsonObject): PropertyDraft {
  const options: unknown[] = Array.isArray(body.options) ? body.options : [];
  return {
    name: text(body.name) ?? "",
    label: text(body.label) ?? "",
    type: text(body.type) ?? "",
    fieldType: text(body.fieldType) ?? "",
    groupName: text(body.groupName) ?? "",
    description: text(body.description),
    displayOrder: number(body.displayOrder),
    hasUniqueValue: body.hasUniqueValue === true,
    hidden: body.hidden === true,
    formField: body.formField === true,
    options: options.filter(isObject).map((option, index): PropertyOption => ({
      label: required(option, "label"),
      value: required(option, "value"),
      description: text(option.description),
      displayOrder: number(option.displayOrder) ?? index,
      hidden: option.hidden === true,
    })),
  };
}

function number(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}
