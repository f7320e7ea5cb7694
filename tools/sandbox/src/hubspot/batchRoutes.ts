import { Hono } from "hono";
import type { HubspotEnv } from "./auth";
import { batchAnswer, notFoundError, runBatch } from "./batches";
import { invalid } from "./errors";
import type { ObjectType } from "./objectTypes";
import { lookUp } from "./objectLookup";
import { API, archiveObject, prepareCreate, prepareUpdate } from "./objects";
import { admit, readAssociations } from "./objectRoutes";
import { viewObject, viewWritten } from "./objectView";
import {
  propertiesIn,
  readBody,
  readInputs,
  required,
  text,
  texts,
  type JsonObject,
} from "./requests";
import type { Portal } from "./types";

const MOST = 100;

export function batchRoutes(portal: Portal): Hono<HubspotEnv> {
  const routes = new Hono<HubspotEnv>();
  routes.post("/:type/batch/read", async (context) => {
    const type = admit(context, "read");
    const answer = readBatch(portal, type, await readBody(context));
    return batchAnswer(context, portal, answer, 200);
  });
  routes.post("/:type/batch/create", async (context) => {
    const type = admit(context, "write");
    const inputs = readInputs(await readBody(context), MOST);
    const answer = runBatch(inputs, (input, claims) => {
      const draft = {
        properties: propertiesIn(input),
        associations: readAssociations(portal, type, input.associations),
      };
      const commit = prepareCreate(portal, type, draft, API, claims);
      return () => viewWritten(portal, type, commit());
    });
    return batchAnswer(context, portal, answer, 201);
  });
  routes.post("/:type/batch/update", async (context) => {
    const type = admit(context, "write");
    const inputs = readInputs(await readBody(context), MOST);
    refuseDuplicates(inputs);
    const missing = inputs.filter((input) => !find(portal, type, input));
    const answer = runBatch(
      inputs.filter((input) => !missing.includes(input)),
      (input, claims) => update(portal, type, input, claims),
    );
    answer.errors.push(...notFoundError(type, missing));
    return batchAnswer(context, portal, answer, 200);
  });
  routes.post("/:type/batch/upsert", async (context) => {
    const type = admit(context, "write");
    const inputs = readInputs(await readBody(context), MOST);
    refuseDuplicates(inputs);
    const answer = runBatch(inputs, (input, claims) =>
      upsert(portal, type, input, claims),
    );
    return batchAnswer(context, portal, answer, 200);
  });
  routes.post("/:type/batch/archive", async (context) => {
    const type = admit(context, "write");
    for (const input of readInputs(await readBody(context), MOST)) {
      archiveObject(portal, type, required(input, "id"));
    }
    return context.body(null, 204);
  });
  return routes;
}

/** Never tells associations, whatever is asked; the order of the results is HubSpot's own. */
function readBatch(portal: Portal, type: ObjectType, body: JsonObject) {
  const idProperty = text(body.idProperty);
  const inputs = readInputs(body, MOST);
  refuseDuplicates(inputs);
  const found = inputs.map((input) => ({
    input,
    object: lookUp(portal, type, required(input, "id"), idProperty),
  }));
  const results = found
    .flatMap(({ object }) => object ?? [])
    .map((object) =>
      viewObject(portal, type, object, {
        properties: texts(body.properties),
        propertiesWithHistory: texts(body.propertiesWithHistory),
      }),
    );
  const missing = found.filter(({ object }) => !object);
  return {
    results,
    errors: notFoundError(
      type,
      missing.map(({ input }) => input),
    ),
  };
}

function find(portal: Portal, type: ObjectType, input: JsonObject) {
  return lookUp(portal, type, required(input, "id"), text(input.idProperty));
}

function update(
  portal: Portal,
  type: ObjectType,
  input: JsonObject,
  claims: Map<string, string>,
) {
  const object = find(portal, type, input);
  if (!object) throw new Error("An update was prepared for a missing object.");
  const sent = propertiesIn(input);
  const commit = prepareUpdate(portal, type, object, sent, API, claims);
  return () => viewWritten(portal, type, commit(), sent);
}

function upsert(
  portal: Portal,
  type: ObjectType,
  input: JsonObject,
  claims: Map<string, string>,
) {
  const idProperty = text(input.idProperty) ?? "hs_object_id";
  const value = required(input, "id");
  const object = lookUp(portal, type, value, idProperty);
  if (object) {
    const sent = propertiesIn(input);
    const commit = prepareUpdate(portal, type, object, sent, API, claims);
    return () => ({ ...viewWritten(portal, type, commit(), sent), new: false });
  }
  const properties = { ...propertiesIn(input), [idProperty]: value };
  const commit = prepareCreate(portal, type, { properties }, API, claims);
  return () => ({ ...viewWritten(portal, type, commit()), new: true });
}

function refuseDuplicates(inputs: JsonObject[]): void {
  const ids = inputs.map((input) => required(input, "id"));
  const twice = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  if (twice.size === 0) return;
  throw invalid(
    `Duplicate IDs found in batch input: [${[...twice].join(", ")}]. IDs must be unique`,
    { context: { ids: [...twice] } },
  );
}
