import {
  ConnectorError,
  validation,
} from "@hubspot-xero/shared/error/connectorError";
import {
  checkSetUp,
  planSetUp,
  setUpOutput,
  type HubspotProperties,
} from "@hubspot-xero/shared/hubspot/setUpPlan";
import type { Input } from "@hubspot-xero/shared/input/input";
import { attempt } from "./attempt";

/** What stands against the step itself, before HubSpot is asked for anything. */
export function setUpAllowed(parameters: Input) {
  return attempt(() => {
    checkSetUp(parameters);
    return {};
  });
}

/** What is to be created, and what the module hands out once it is; nothing is created before. */
export function setUpPlan(
  deals?: HubspotProperties,
  companies?: HubspotProperties,
  contacts?: HubspotProperties,
) {
  return attempt(() => {
    if (!deals || !companies || !contacts)
      throw new ConnectorError(
        "server",
        "HubSpot's answer about properties holds no list. Run this scenario again: nothing is made twice.",
      );
    const { missing, existing } = planSetUp({ deals, companies, contacts });
    const created = Object.entries(missing).flatMap(([type, definitions]) =>
      definitions.map(({ name }) => `${type}.${name}`),
    );
    return { missing, output: setUpOutput(created, existing) };
  });
}

interface BatchAnswer {
  results?: { name: string }[];
  errors?: { message?: string }[];
}

/** What of a batch was not created, and why. Make asks it of an answer without a body as well. */
export function setUpDone(
  type: string,
  asked: readonly { name: string }[],
  answer?: BatchAnswer,
) {
  return attempt(() => {
    const { results = [], errors = [] } = answer ?? {};
    const names = new Set(results.map(({ name }) => name));
    const lacking = asked.filter(({ name }) => !names.has(name));
    if (lacking.length === 0) return {};
    const which = lacking.map(({ name }) => `${type}.${name}`).join(", ");
    const why = errors.flatMap(({ message }) => message ?? []).join("; ");
    throw validation(
      `HubSpot did not create ${which}: ${why || "no reason given."} Run this scenario again: what exists is left as it is.`,
    );
  });
}
