import {
  CUSTOMER_TYPES,
  LINK,
  type CustomerType,
} from "@hubspot-xero/shared/flows/hubspotCustomers";
import { readHubspotError } from "@hubspot-xero/shared/hubspot/readError";
import type { Clients } from "../clients";
import type { Pace } from "../pace";
import { recordKey, type Proposal } from "../proposal";
import { readHubspotLinks } from "../read/hubspot";

type Hubspot = Pick<Clients, "hubspot">;

/**
 * Stores the IDs of Xero contacts on at most 100 records of one type. Their present links are read first: one that
 * stands there is never replaced, and one that an earlier try made is not made again.
 * @returns why a record did not get its link, by its key
 */
export async function writeHubspotLinks(
  clients: Hubspot,
  pace: Pace,
  type: CustomerType,
  proposals: readonly Proposal[],
): Promise<Map<string, string>> {
  const problems = new Map<string, string>();
  const wanted = new Map(
    proposals.flatMap(({ record, writes }) =>
      writes.xeroContactId
        ? [[record?.customer.hubspotId ?? "", writes.xeroContactId]]
        : [],
    ),
  );
  if (wanted.size === 0) return problems;
  const refuse = (id: string, why: string) =>
    problems.set(recordKey({ type, hubspotId: id, name: "" }), why);
  const present = await readHubspotLinks(clients, pace, type, [
    ...wanted.keys(),
  ]);
  for (const [id, contactId] of wanted) {
    const link = present.get(id);
    if (!present.has(id))
      refuse(id, "The record was archived, deleted or merged meanwhile.");
    else if (link && link !== contactId)
      refuse(id, `It was linked with Xero contact ${link} meanwhile.`);
    if (!present.has(id) || link) wanted.delete(id);
  }
  const refused = await update(clients, pace, type, wanted);
  for (const [id, why] of refused) refuse(id, why);
  return problems;
}

/** The write trace makes an input fail alone. */
async function update(
  { hubspot }: Hubspot,
  pace: Pace,
  type: CustomerType,
  links: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  if (links.size === 0) return new Map();
  const { objects } = CUSTOMER_TYPES[type];
  const answer = await pace.call("hubspot", objects, () =>
    hubspot[objects].batchApi.update({
      inputs: [...links].map(([id, contactId]) => ({
        id,
        objectWriteTraceId: id,
        properties: { [LINK]: contactId },
      })),
    }),
  );
  const saved = new Set(answer.results.map(({ id }) => id));
  const refused = new Map<string, string>();
  for (const error of "errors" in answer ? (answer.errors ?? []) : []) {
    const { objectWriteTraceId = [], ids = [] } = error.context;
    for (const id of [...objectWriteTraceId, ...ids])
      refused.set(id, explain(error, `${type} ${id}`));
  }
  for (const id of links.keys())
    if (!saved.has(id) && !refused.has(id))
      refused.set(id, "HubSpot did not say that it was saved.");
  return refused;
}

function explain(error: { message: string }, record: string): string {
  const [, holder] = /(\d+) already has that value/.exec(error.message) ?? [];
  return holder
    ? `The Xero contact is linked with HubSpot record ${holder} already. Merge the two records in HubSpot, or clear the Xero contact ID on the other one.`
    : readHubspotError({ status: 400, headers: {}, body: error }, record)
        .message;
}
