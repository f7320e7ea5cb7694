import { HUBSPOT_API_VERSION as VERSION } from "@hubspot-xero/shared/hubspot/wire";
import { REFUSALS } from "../base";
import { checked } from "../checked";
import type { RequestDirective } from "../make/communication";
import type { Look } from "../functions/customerLooks";

const isSought =
  "!temp.wanted.problem && !temp.wanted.isArchived && !temp.found.record";

/** One way to the record, where no way before led there. */
function look(by: Look): RequestDirective {
  const isHit = by === "hit";
  const found = `customerFound(temp.wanted, '${by}', body.results)`;
  const problem = `customerLookProblem(temp.wanted, '${by}', statusCode, headers, body)`;
  return {
    temp: {
      record: "{{temp.wanted.name}}",
      look: `{{customerLook(temp.wanted, '${by}'${isHit ? ", temp.found.hit" : ""})}}`,
    },
    condition: isHit
      ? "{{!!temp.found.hit}}"
      : `{{${isSought} && !!temp.look}}`,
    url: `/crm/objects/${VERSION}/{{temp.look.path}}`,
    method: "POST",
    body: "{{temp.look.body}}",
    response: {
      valid: checked(found, "statusCode < 400", problem),
      error: {
        ...REFUSALS,
        "400": { message: `{{${problem}}}`, type: "DataError" },
      },
      temp: { found: `{{${found}}}` },
      output: null,
    },
  };
}

const archived = "customerArchived(temp.wanted, statusCode)";

/** Where the contact number names a record that is in the recycle bin, another one must not take its place. */
const refuseArchived: RequestDirective = {
  temp: { record: "{{temp.wanted.name}}" },
  condition: `{{${isSought} && !!temp.wanted.numbered}}`,
  url: `/crm/objects/${VERSION}/{{if(temp.wanted.numbered.type = 'company', 'companies', 'contacts')}}/{{temp.wanted.numbered.id}}`,
  qs: { archived: true },
  response: {
    valid: checked(archived, "(statusCode < 400 || statusCode = 404)"),
    output: null,
  },
};

/** Finds the record of the contact in `temp.wanted`: one request for a linked one. Leaves `temp.found`. */
export const FIND_CUSTOMER: readonly RequestDirective[] = [
  look("link"),
  look("otherLink"),
  look("number"),
  look("merged"),
  look("hit"),
  refuseArchived,
  look("key"),
  look("hit"),
];
