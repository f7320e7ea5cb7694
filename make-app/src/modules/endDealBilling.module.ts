import { dealSample } from "@hubspot-xero/shared/catalog/samples";
import { DEAL_PROPERTIES } from "@hubspot-xero/shared/hubspot/properties";
import { HUBSPOT_API_VERSION as VERSION } from "@hubspot-xero/shared/hubspot/wire";
import { samplesOf } from "../catalog/parameters";
import { checked } from "../checked";
import { ACCOUNT } from "../connections/hubspotAccount";
import type { MakeModule } from "../make/app";
import { repeatingData } from "./repeatingData";
import { ID_IS_SOUND, soundId } from "./soundId";

const DEALS = `/crm/objects/${VERSION}/deals`;
const ended = "dealToEnd(body, temp.account, connection.timeZone, now)";

export const endDealBilling: MakeModule = {
  id: "endDealBilling",
  label: "End billing of a deal",
  description:
    "Updates a deal that has repeating invoices so that none is made for it again.",
  service: "hubspot",
  group: "Deals",
  type: "action",
  communication: [
    soundId("parameters.dealId", "HubSpot"),
    {
      temp: { record: "deal {{parameters.dealId}}", account: ACCOUNT },
      condition: `{{${ID_IS_SOUND}}}`,
      url: `${DEALS}/{{encodeURL(parameters.dealId)}}`,
      qs: { properties: DEAL_PROPERTIES.join(",") },
      response: {
        valid: checked(ended),
        temp: { ended: `{{${ended}}}` },
        output: `{{get(${ended}, 'output')}}`,
      },
    },
    // Before Xero is told, so that no run makes new ones meanwhile.
    {
      temp: { record: "deal {{parameters.dealId}}" },
      condition: "{{!!temp.ended.mark}}",
      url: `${DEALS}/{{temp.ended.output.dealId}}`,
      method: "PATCH",
      body: { properties: { xero_repeating_mark: "{{temp.ended.mark}}" } },
      response: { output: "{{temp.ended.output}}" },
    },
  ],
  mappableParams: [
    {
      name: "dealId",
      type: "text",
      label: "Deal ID",
      help: "Map the deal ID of the trigger.",
      required: true,
    },
  ],
  interface: [
    { name: "dealId", type: "text", label: "Deal ID" },
    { name: "dealName", type: "text", label: "Deal name" },
    { name: "dealUrl", type: "text", label: "Deal link" },
    {
      name: "hasRepeatingInvoices",
      type: "boolean",
      label: "Has repeating invoices",
    },
    ...repeatingData.interface,
  ],
  samples: {
    ...samplesOf(dealSample),
    dealName: "Website care",
    hasRepeatingInvoices: true,
    ...repeatingData.samples,
  },
};
