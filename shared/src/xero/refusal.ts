import type { ConnectorError } from "../error/connectorError";
import { readXeroError } from "./readError";

/** What a batch answers of one element. */
export interface Element {
  StatusAttributeString?: string;
  HasErrors?: boolean;
  HasValidationErrors?: boolean;
  ValidationErrors?: readonly object[];
}

/** Why Xero did not create an element of a batch; undefined where it did. */
export function refusalOf(
  element: Element,
  record: string,
): ConnectorError | undefined {
  const isRefused =
    element.StatusAttributeString === "ERROR" ||
    element.HasErrors ||
    element.HasValidationErrors ||
    (element.ValidationErrors?.length ?? 0) > 0;
  return isRefused
    ? readXeroError({ status: 400, headers: {}, body: element }, record)
    : undefined;
}

/** @throws ConnectorError where Xero did not create an element of a batch */
export function checkElement(element: Element, record: string): void {
  const refusal = refusalOf(element, record);
  if (refusal) throw refusal;
}
