import type { XeroContact } from "@hubspot-xero/shared/xero/wire";
import { chunks } from "../groups";
import type { Job } from "../job";
import type { Outcome } from "../journal";
import { isWrite, recordKey, type Proposal } from "../proposal";
import { HUBSPOT_PAGE } from "../read/hubspot";
import { writeHubspotLinks } from "./hubspot";
import { PresentContacts, writeContactNumbers } from "./xero";

/**
 * Makes the links that are proposed, first in HubSpot: it refuses a contact that is another record's, and then nothing
 * in Xero is changed. What the journal says was dealt with is not touched again.
 * @returns what became of every proposed link, those of the stopped run included
 */
export async function writeLinks(
  job: Job,
  proposals: readonly Proposal[],
  contacts: readonly XeroContact[],
): Promise<Outcome[]> {
  const { journal, pace, progress } = job;
  const earlier = journal.entries.flatMap((entry) =>
    "written" in entry ? entry.written : [],
  );
  const settled = new Set(
    earlier.flatMap((outcome) => (outcome.problem ? [] : linkIn(outcome))),
  );
  // Another contact that a person chose meanwhile, or one that was refused, is a link to be made.
  const open = proposals.filter(
    (proposal) =>
      isWrite(proposal) && !settled.has(linkIn(outcomeOf(proposal))),
  );
  const opened = new Set(open.map(keyOf));
  const outcomes = earlier.filter(({ key }) => !opened.has(key));
  const count = outcomes.length + open.length;
  const present = new PresentContacts(contacts);
  for (const type of ["company", "contact"] as const) {
    const ofType = open.filter(({ record }) => record?.customer.type === type);
    for (const batch of chunks(ofType, HUBSPOT_PAGE)) {
      // A repeated batch looks first, so it makes nothing twice.
      const written = await pace.again(async () => {
        await present.refresh(job.clients, pace);
        const barred = batch.filter((each) => present.barrier(each));
        const problems = await writeHubspotLinks(
          job.clients,
          pace,
          type,
          batch.filter((each) => !barred.includes(each)),
        );
        for (const each of barred)
          problems.set(keyOf(each), present.barrier(each) ?? "");
        const linked = batch.filter((each) => !problems.has(keyOf(each)));
        const refused = await writeContactNumbers(
          job.clients,
          pace,
          present,
          linked,
        );
        return batch.map((proposal): Outcome => {
          const outcome = outcomeOf(proposal);
          const problem = problems.get(outcome.key) ?? refused.get(outcome.key);
          return { ...outcome, ...(problem && { problem }) };
        });
      });
      journal.append({ written });
      outcomes.push(...written);
      progress("Writing links", outcomes.length, count);
    }
  }
  return outcomes;
}

const keyOf = ({ record }: Proposal) =>
  record ? recordKey(record.customer) : "";

const outcomeOf = (proposal: Proposal): Outcome => ({
  key: keyOf(proposal),
  contactId: proposal.contact?.ContactID,
});

const linkIn = ({ key, contactId = "" }: Outcome) =>
  `${key} ${contactId.toLowerCase()}`;
