import type { MakeModule } from "../make/app";
import type { RequestDirective } from "../make/communication";
import type { Parameter } from "../make/parameter";
import { organisation, TENANT, XERO } from "./organisation";
import { LIMIT, nextPage, PAGE } from "./paging";

/** What Make shows to choose a start from. */
const CHOICES = 300;

/**
 * A trigger on what changed in one collection of Xero, newest first. Make keeps the place where it has got to by the
 * instant of the change; one request when nothing changed.
 * @param list an IML path to the records in an answer
 * @param events the call of a function that gives events with `id` and `updatedAt`
 * @param label what a person sees of an event
 * @param parameters what is asked for beside the organisation and the limit
 * @param withArchived archived records come as well
 * @param isPaged false for what Xero lists as a whole; `events` then puts the newest first
 */
export function changesOf({
  collection,
  list = `body.${collection}`,
  where,
  record,
  events,
  label,
  parameters = [],
  isPaged = true,
  withArchived = false,
}: {
  collection: string;
  list?: string;
  where?: string;
  record: string;
  events: string;
  label: string;
  parameters?: readonly Parameter[];
  isPaged?: boolean;
  withArchived?: boolean;
}): Pick<MakeModule, "communication" | "epoch" | "staticParams"> {
  const request: RequestDirective = {
    temp: { record },
    url: `${XERO}/${collection}`,
    qs: {
      ...(where && { where }),
      ...(isPaged && {
        order: "UpdatedDateUTC DESC",
        page: 1,
        pageSize: PAGE,
      }),
      ...(withArchived ? { includeArchived: true } : { unitdp: 4 }),
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
      ...(isPaged && { pagination: nextPage(list) }),
    },
    epoch: {
      ...request,
      response: {
        iterate: `{{${events}}}`,
        limit: CHOICES,
        output: { label, date: "{{item.updatedAt}}" },
      },
    },
    staticParams: [
      organisation(),
      ...parameters.filter(({ required }) => required),
      { ...LIMIT, required: true },
      ...parameters.filter(({ required }) => !required),
    ],
  };
}
