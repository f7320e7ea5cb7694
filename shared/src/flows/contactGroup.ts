import { isNotFound, validation } from "../error/connectorError";
import { sameText } from "../text/text";
import { remember } from "../transport/cache";
import type { XeroContact, XeroContactGroup } from "../xero/wire";
import type { Context } from "./context";

const HOUR = 3600;

type GroupContext = Pick<Context, "xero" | "cache">;

/** Whether a contact that was read as a whole is in the group of a name. */
export function isInGroup(
  { ContactGroups = [] }: XeroContact,
  name: string,
): boolean {
  return ContactGroups.some((group) => isCalled(group, name));
}

/**
 * The ID of the group of a name, from a list that is remembered for an hour; a name that is not on it is looked up
 * again. Never creates one: a typing error must not make a group.
 * @throws ConnectorError `validation` with the groups that there are
 */
export async function findGroup(
  context: GroupContext,
  name: string,
): Promise<string> {
  const { xero, cache } = context;
  const load = () => activeGroups(context);
  const known = await remember(cache, groupsKey(context), HOUR, load);
  const hit = known.find((group) => isCalled(group, name));
  if (hit?.ContactGroupID) return hit.ContactGroupID;
  const fresh = await load();
  await cache.set(groupsKey({ xero }), fresh, HOUR);
  const added = fresh.find((group) => isCalled(group, name));
  if (added?.ContactGroupID) return added.ContactGroupID;
  const names = fresh.map(({ Name = "" }) => `"${Name}"`).join(", ");
  throw validation(
    `Xero has no contact group "${name.slice(0, 60)}". ${names ? `It has ${names}.` : "It has none."} Correct Contact Group in this step, or create the group in Xero (Contacts > Groups).`,
    { vendor: "xero" },
  );
}

/**
 * Puts a contact into a group, and leaves its others alone. Repeating it changes nothing.
 * @param who how messages name the contact's customer
 */
export async function joinGroup(
  context: GroupContext,
  name: string,
  contactId: string,
  who: string,
): Promise<void> {
  const { xero, cache } = context;
  const add = async () =>
    xero.addToGroup(await findGroup(context, name), contactId, who);
  try {
    await add();
  } catch (error) {
    if (!isNotFound(error)) throw error;
    // The group was deleted, and maybe made anew, since the list was read.
    await cache.set(groupsKey(context), [], HOUR);
    await add();
  }
}

async function activeGroups({
  xero,
}: GroupContext): Promise<XeroContactGroup[]> {
  return (await xero.contactGroups())
    .filter(isActive)
    .map(({ ContactGroupID, Name }) => ({ ContactGroupID, Name }));
}

const groupsKey = ({ xero }: Pick<Context, "xero">) =>
  `xero-contact-groups-${xero.tenantId}`;

const isActive = ({ Status = "ACTIVE" }: XeroContactGroup) =>
  Status === "ACTIVE";

const isCalled = (group: XeroContactGroup, name: string) =>
  isActive(group) && sameText(group.Name ?? "", name);
