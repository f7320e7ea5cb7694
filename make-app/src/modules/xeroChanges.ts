import type { MakeModule } from "../make/app";
import type { RequestDirective } from "../make/communication";
import type { Parameter } from "../make/parameter";
import { organisation, TENANT, XERO } from "./organisation";

/** Records in one page; Make ends a run after 3,200. */
const PAGE = 100;
/** What Make shows to choose a start from. */
const CHOICES = 300;

const limit: Parameter = {
  name: "limit",
  type: "uinteger",
  label: "Limit",
  help: "The maximum number of results to be worked with during one execution cycle.",
  default: 10,
  required: true,
};

/**
 * A trigger on what changed in one collection of Xero, newest first. Make keeps the place where it has got to by the
 * instant of the change; one request when nothing changed.
 * @param events the call of a function that gives events with `id` and `updatedAt`
 * @param label what a person sees of an event
 */
export function changesOf({
  collection,
  where,
  record,
  events,
  label,
}: {
  collection: string;
  where?: string;
  record: string;
  events: string;
  label: string;
}): Pick<MakeModule, "communication" | "epoch" | "staticParams"> {
  const request: RequestDirective = {
    temp: { record },
    url: `${XERO}/${collection}`,
    qs: {
      ...(where && { where }),
      order: "UpdatedDateUTC DESC",
      page: 1,
      pageSize: PAGE,
      unitdp: 4,
    },
    headers: TENANT,
  };
  return {
    communication: {
      ...request,
      headers: {
        ...TENANT,
        // Xero's clock may be a little behind Make's; what Make has seen, it leaves out.
        "If-Modified-Since":
          "{{formatDate(addMinutes(data.lastDate, -5), 'YYYY-MM-DDTHH:mm:ss', 'UTC')}}",
      },
      response: {
        iterate: `{{${events}}}`,
        output: "{{item}}",
        limit: "{{parameters.limit}}",
        trigger: {
          type: "date",
          order: "desc",
          id: "{{item.id}}",
          date: "{{item.updatedAt}}",
        },
      },
      pagination: {
        qs: { page: "{{pagination.page}}" },
        condition: `{{length(body.${collection}) = ${PAGE}}}`,
      },
    },
    epoch: {
      ...request,
      response: {
        iterate: `{{${events}}}`,
        limit: CHOICES,
        output: { label, date: "{{item.updatedAt}}" },
      },
    },
    staticParams: [organisation(), limit],
  };
}
