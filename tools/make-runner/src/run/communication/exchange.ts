import type { Engine, Variables } from "../engine";
import { evaluateIn } from "../engine";
import { limits } from "../limits";
import { writeLog } from "../log/writeLog";
import { MakeError } from "../MakeError";
import type { HttpAnswer, HttpCall } from "../transport/httpCall";
import { composeCall } from "./composeCall";
import type { MergedRequest } from "./inherit";
import { readBody } from "./readBody";

/** What the requests of one run have in common. */
export interface RunContext {
  /** Who runs, for the log: `module createInvoice`. */
  component: string;
  /** `parameters`, `connection`, `data`, ... */
  variables: Variables;
  /** Sanitize paths of the connection. */
  sanitize: string[];
  /** Values that must not be shown anywhere. */
  secrets: string[];
  /** Shared by all requests of the run. */
  temp: Variables;
  /** Requests sent so far. */
  requests: number;
}

/** Sends one request and returns the variables that describe its answer. */
export async function exchange(
  engine: Engine,
  request: MergedRequest,
  context: RunContext,
  variables: Variables,
): Promise<Variables> {
  if (context.requests >= limits.requests) {
    throw new MakeError(
      "RuntimeError",
      `${context.component} has made ${limits.requests} requests, which is the most that one run may make.`,
    );
  }
  const { call, shown } = composeCall(engine, request, variables);
  context.requests++;
  const paths = request.log?.sanitize && [
    ...request.log.sanitize,
    ...context.sanitize,
  ];
  const log = (response?: Parameters<typeof writeLog>[3]) =>
    paths && writeLog(engine, context, shown, response, { paths, variables });

  let answer: HttpAnswer;
  try {
    answer = await inTime(engine.send(call), call);
  } catch (cause) {
    log();
    if (cause instanceof MakeError) throw cause;
    throw new MakeError(
      "ConnectionError",
      `${call.method} ${shown.url} was not answered.`,
      undefined,
      { cause },
    );
  }
  const headers = Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [
      name.toLowerCase(),
      value,
    ]),
  );
  const statusCode = answer.status;
  const type = evaluateIn(engine, request.response?.type, {
    ...variables,
    headers,
    statusCode,
  });
  const body = readBody(answer, type);
  log({ statusCode, headers, body });
  return { body, headers, statusCode };
}

async function inTime(
  answering: Promise<HttpAnswer>,
  { timeout = limits.callMilliseconds, method, url }: HttpCall,
): Promise<HttpAnswer> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const { host } = new URL(url);
      reject(
        new MakeError(
          "ConnectionError",
          `${method} to ${host} was not answered within ${timeout / 1000} s.`,
        ),
      );
    }, timeout);
  });
  try {
    return await Promise.race([answering, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
