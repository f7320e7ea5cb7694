import { decided } from "../checked";
import type { RequestDirective } from "../make/communication";

/**
 * Nothing is sent: an id that would lead to another address ends the module here. Leaves `temp.asked`.
 * @param id an IML path to what the user mapped
 */
export const soundId = (
  id: string,
  vendor: "HubSpot" | "Xero",
): RequestDirective => ({
  temp: { asked: `{{idWanted(${id}, '${vendor}')}}` },
  response: decided("temp.asked"),
});

/** An IML expression: whether {@link soundId} found nothing. */
export const ID_IS_SOUND = "!temp.asked.problem";
