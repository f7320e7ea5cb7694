import type { BasicConnection } from "../make/app";
import { readAccount } from "./hubspotAccount";

export const hubspotServiceKey: BasicConnection = {
  id: "hubspotServiceKey",
  label: "HubSpot (service key)",
  service: "hubspot",
  type: "basic",
  params: [
    {
      name: "serviceKey",
      type: "password",
      label: "Service key",
      help: "Create it in HubSpot under Development > Keys > Service keys.",
      required: true,
      editable: true,
    },
  ],
  communication: readAccount("{{parameters.serviceKey}}"),
};
