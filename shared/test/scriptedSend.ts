import type { HttpRequest, Send } from "../src/transport/send";

/** One scripted answer, given once, to a request that reads `GET hubspot /crm/...` or `PUT xero /Invoices`. */
export interface Reply {
  call: string;
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
  /** Thrown instead of an answer: a connection that broke. */
  breaks?: Error;
}

export interface Script {
  send: Send;
  /** What went over the wire, in order, as JSON leaves it: undefined values are gone. */
  requests: HttpRequest[];
  /** The same in short: `PUT xero /Invoices`. */
  calls: string[];
}

interface Running extends Script {
  unscripted: string[];
  unused: Reply[];
}

const running: Running[] = [];

/** A `Send` that answers from a script. A request without an answer fails the test, and so does an answer without its request. */
export function scriptedSend(...replies: Reply[]): Script {
  const script: Running = {
    requests: [],
    calls: [],
    unscripted: [],
    unused: [...replies],
    send: async (request) => {
      const call = shorten(request);
      script.requests.push(JSON.parse(JSON.stringify(request)));
      script.calls.push(call);
      const index = script.unused.findIndex((reply) => reply.call === call);
      const [reply] = index < 0 ? [] : script.unused.splice(index, 1);
      if (!reply) {
        script.unscripted.push(call);
        throw new Error(`No answer is scripted for ${call}`);
      }
      if (reply.breaks) throw reply.breaks;
      const { status = 200, headers = {}, body = {} } = reply;
      return { status, headers, body };
    },
  };
  running.push(script);
  return script;
}

export function connectionReset(): Error {
  return Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
}

function shorten({ method, vendor, path }: HttpRequest): string {
  const short = path.replace("/api.xro/2.0", "").replace("/2026-09", "");
  return `${method} ${vendor} ${short}`;
}

afterEach(() => {
  for (const { unscripted, unused } of running.splice(0)) {
    expect({ unscripted, unused: unused.map(({ call }) => call) }).toEqual({
      unscripted: [],
      unused: [],
    });
  }
});
