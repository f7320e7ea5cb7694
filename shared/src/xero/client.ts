import type { Send } from "../transport/send";
import { batchCalls } from "./batchCalls";
import { createXeroCalls } from "./call";
import { contactCalls } from "./contactCalls";
import { creditCalls } from "./creditCalls";
import { documentCalls } from "./documentCalls";
import { itemCalls } from "./itemCalls";
import { repeatingCalls } from "./repeatingCalls";
import { settingsCalls } from "./settingsCalls";

export type XeroClient = ReturnType<typeof createXeroClient>;

/** Xero's calls that the connector makes, for one organisation, errors as ConnectorError. */
export function createXeroClient({
  send,
  tenantId,
}: {
  send: Send;
  tenantId: string;
}) {
  const calls = createXeroCalls(send, tenantId);
  return {
    send,
    tenantId,
    ...settingsCalls(calls),
    ...contactCalls(calls),
    ...documentCalls(calls),
    ...creditCalls(calls),
    ...repeatingCalls(calls),
    ...itemCalls(calls),
    ...batchCalls(calls),
  };
}
