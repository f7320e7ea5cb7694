import { loadTree } from "@hubspot-xero/make-runner/tree/loadTree";
import { MAKE_TREE } from "@hubspot-xero/main-job/make";
import { createRequire } from "node:module";
import type { Platform } from "./stage";

type Operations = Record<string, object>;

/** Every step of the built Zapier app, and every module of the built Make app. */
export function builtSteps(): Record<Platform, string[]> {
  const app = createRequire(__filename)("../../../zapier-app/index.js") as {
    creates: Operations;
    triggers: Operations;
    searches: Operations;
  };
  return {
    zapier: [app.creates, app.triggers, app.searches].flatMap(Object.keys),
    make: [...loadTree(MAKE_TREE).modules.keys()],
  };
}
