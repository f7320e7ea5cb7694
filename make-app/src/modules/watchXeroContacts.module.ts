import { xeroContactUpdated as operation } from "@hubspot-xero/shared/catalog/xeroContactUpdated";
import { outputOf, parametersOf } from "../catalog/parameters";
import type { MakeModule } from "../make/app";
import { servedBy } from "../rpcs/names";
import { changesOf } from "./xeroChanges";

const fields = operation.fields.filter(({ key }) => key === "customers_only");

export const watchXeroContacts: MakeModule = {
  id: "watchXeroContacts",
  label: "Watch contacts",
  description:
    "Triggers when a contact is created, updated, archived or merged.",
  service: "xero",
  group: "Contacts",
  type: "trigger",
  ...changesOf({
    collection: "Contacts",
    where: "{{contactEventFilter(parameters.customersOnly)}}",
    record: "contacts",
    events: "contactEvents(body.Contacts)",
    label: "{{item.name}}",
    parameters: parametersOf(fields, servedBy("xero")),
    withArchived: true,
  }),
  ...outputOf(operation),
};
