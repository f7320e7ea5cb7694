import { xeroContactEvent } from "@hubspot-xero/shared/customer/xeroContactEvent";
import type { XeroContact } from "@hubspot-xero/shared/xero/wire";

/** Xero contacts that are new, changed, archived or merged. */
export function contactEvents(wires: readonly XeroContact[] | undefined) {
  return (wires ?? []).flatMap((wire) => xeroContactEvent(wire));
}

/** Which contacts are asked for; all of them unless the step wants customers alone. */
export function contactEventFilter(customersOnly: unknown) {
  return customersOnly === true || customersOnly === "true"
    ? "IsCustomer==true"
    : undefined;
}
