import type { World } from "./world";

/** The bodies of the notes on a deal's timeline. */
export function timeline(
  { sandbox }: World,
  dealId: string,
): (string | null | undefined)[] {
  const { state } = sandbox.hubspot;
  return (state.links[`0-3/${dealId}`] ?? [])
    .filter(({ type }) => type === "0-46")
    .map(({ id }) => state.objects["0-46"]?.[id]?.properties["hs_note_body"]);
}
