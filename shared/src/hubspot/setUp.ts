import { listResults, type HubspotCall } from "./call";
import type { PropertyDefinition } from "./ownProperties";
import {
  HUBSPOT_API_VERSION as VERSION,
  type HubspotAccount,
  type HubspotObjectType,
} from "./wire";

/** How the account is set up: its details, pipelines, tax rates and properties. */
export function setUpCalls(call: HubspotCall) {
  return {
    async account(): Promise<HubspotAccount> {
      const path = `/account-info/${VERSION}/details`;
      return (
        await call<HubspotAccount>({ method: "GET", path }, "the account")
      ).body;
    },

    async pipelines(): Promise<HubspotPipeline[]> {
      const path = `/crm/pipelines/${VERSION}/deals`;
      return listResults(call, { method: "GET", path }, "deal pipelines");
    },

    async taxRates(): Promise<
      { id: string; name: string; label?: string; percentageRate: number }[]
    > {
      const path = `/tax-rates/${VERSION}/tax-rates`;
      return listResults(
        call,
        { method: "GET", path, query: { limit: 100 } },
        "tax rates",
      );
    },

    /** Undefined when the object has no such property. */
    async property(
      type: HubspotObjectType,
      name: string,
    ): Promise<{ name: string } | undefined> {
      const path = `/crm/properties/${VERSION}/${type}/${encodeURIComponent(name)}`;
      const { status, body } = await call<{ name: string }>(
        { method: "GET", path },
        `${type} properties`,
        [200, 404],
      );
      return status === 404 ? undefined : body;
    },

    async properties(
      type: HubspotObjectType,
    ): Promise<{ name: string; hasUniqueValue?: boolean }[]> {
      const path = `/crm/properties/${VERSION}/${type}`;
      return listResults(call, { method: "GET", path }, `${type} properties`);
    },

    /** Creates a property group; one that exists already is left as it is. */
    async createPropertyGroup(
      type: HubspotObjectType,
      group: { name: string; label: string },
    ): Promise<void> {
      const path = `/crm/properties/${VERSION}/${type}/groups`;
      await call(
        { method: "POST", path, body: { ...group, displayOrder: -1 } },
        `${type} property groups`,
        [200, 201, 409],
      );
    },

    /** Creates a property; false when it exists already. */
    async createProperty(
      type: HubspotObjectType,
      definition: PropertyDefinition & { groupName: string },
    ): Promise<boolean> {
      const path = `/crm/properties/${VERSION}/${type}`;
      const { status } = await call(
        { method: "POST", path, body: definition },
        `${type} properties`,
        [200, 201, 409],
      );
      return status !== 409;
    },
  };
}

export interface HubspotPipeline {
  id: string;
  label: string;
  archived?: boolean;
  stages: { id: string; label: string; archived?: boolean }[];
}
