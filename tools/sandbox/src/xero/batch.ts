import type { Context } from "hono";
import type { XeroEnv } from "./books";
import { answer } from "./envelope";
import { RulesBroken, validationErrors, validationException } from "./errors";
import { rollBack } from "./table";
import type { Transaction } from "./table";

export interface Saved<Row> {
  row: Row;
  /** What was changed or left out without refusing the document. */
  warnings?: string[];
}

export interface Batch<Document, Row> {
  collection: string;
  documents: Document[];
  save(document: Document, transaction: Transaction): Saved<Row>;
  show(row: Row): object;
  /** The refused document as Xero sends it back, without its errors. */
  echo(document: Document, broken: RulesBroken): object;
}

/**
 * Saves posted documents. With `summarizeErrors=false` each stands for itself and the answer is always 200;
 * otherwise one broken rule refuses them all and only the failed ones are answered.
 */
export function saveBatch<Document, Row>(
  c: Context<XeroEnv>,
  batch: Batch<Document, Row>,
): Response {
  const summarise = c.req.query("summarizeErrors")?.toLowerCase() !== "false";
  const whole: Transaction = { undo: [] };
  const failed: object[] = [];
  const elements = batch.documents.map((document): object => {
    const own: Transaction = { undo: [] };
    try {
      const { row, warnings = [] } = batch.save(document, own);
      whole.undo.push(...own.undo);
      return {
        ...batch.show(row),
        ...(summarise
          ? {}
          : { StatusAttributeString: warnings.length ? "WARNING" : "OK" }),
        ...(warnings.length ? { Warnings: validationErrors(warnings) } : {}),
      };
    } catch (error) {
      rollBack(own);
      if (!(error instanceof RulesBroken)) {
        rollBack(whole);
        throw error;
      }
      const echo = {
        ...batch.echo(document, error),
        ...(summarise ? {} : { StatusAttributeString: "ERROR" }),
        ValidationErrors: validationErrors(error.messages),
      };
      failed.push(echo);
      return echo;
    }
  });
  if (summarise && failed.length > 0) {
    rollBack(whole);
    throw validationException(failed);
  }
  c.get("committed")();
  return answer(c, batch.collection, elements);
}
