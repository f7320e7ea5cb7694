import { checkId } from "@hubspot-xero/shared/transport/send";
import { attempt } from "./attempt";

/** What is wrong with an id that goes into an address; nothing is sent before. */
export function idWanted(id: unknown, vendorName: string) {
  return attempt(() => {
    checkId(String(id ?? ""), vendorName);
    return {};
  });
}
