import { Hono } from "hono";
import type { Context } from "hono";
import { saveBatch } from "./batch";
import type { Books, XeroEnv } from "./books";
import { CREDIT_NOTE } from "./creditData";
import type { PostedCreditNote } from "./creditData";
import { saveCreditNote } from "./creditNoteSave";
import { writtenCredit } from "./creditViews";
import { notFound, RulesBroken, validationErrors } from "./errors";
import { ZERO_GUID } from "./ids";
import { findCredit } from "./payable";
import { readElements } from "./postData";
import type { Credit } from "./settlementTypes";
import { unitDecimals } from "./unitDecimals";
import { wireDate, wireDateString } from "./wireDates";

/** Writing credit notes; reading and allocating them is as for every credit. */
export function creditNotes(): Hono<XeroEnv> {
  const routes = new Hono<XeroEnv>();

  routes.put("/CreditNotes", async (c) =>
    save(c, await readNotes(c), () => undefined),
  );

  routes.post("/CreditNotes", async (c) =>
    save(c, await readNotes(c), (posted) => findPosted(c.get("books"), posted)),
  );

  routes.post("/CreditNotes/:key", async (c) => {
    const books = c.get("books");
    const note = findCredit(books, "CreditNote", c.req.param("key"));
    if (!note) throw notFound();
    return save(c, await readNotes(c), () => books.credits.get(note.ID));
  });

  return routes;
}

async function readNotes(c: Context<XeroEnv>): Promise<PostedCreditNote[]> {
  return readElements(CREDIT_NOTE, "CreditNotes", await c.req.text());
}

function save(
  c: Context<XeroEnv>,
  documents: PostedCreditNote[],
  before: (posted: PostedCreditNote) => Credit | undefined,
): Response {
  const books = c.get("books");
  const places = unitDecimals(c);
  return saveBatch(c, {
    collection: "CreditNotes",
    documents,
    save: (posted, transaction) =>
      saveCreditNote(books, posted, before(posted), places, transaction),
    show: (note) => writtenCredit(books, note, places),
    echo,
  });
}

function echo(posted: PostedCreditNote, broken: RulesBroken): object {
  const { Date } = posted;
  return {
    CreditNoteID: ZERO_GUID,
    ...posted,
    ...(Date && { Date: wireDate(Date), DateString: wireDateString(Date) }),
    HasErrors: true,
    LineItems: (posted.LineItems ?? []).map((line, place) => ({
      ...line,
      ValidationErrors: validationErrors(broken.lines.get(place) ?? []),
    })),
  };
}

/** POST changes the note it names by id, or by the number of a sales credit note. */
function findPosted(
  books: Books,
  posted: PostedCreditNote,
): Credit | undefined {
  const { CreditNoteID, CreditNoteNumber, Type } = posted;
  if (CreditNoteID) {
    const found = findCredit(books, "CreditNote", CreditNoteID);
    if (!found)
      throw new RulesBroken([
        "An existing Credit Note with the specified CreditNoteID could not be found",
      ]);
    return found;
  }
  if (!CreditNoteNumber || Type === "ACCPAYCREDIT") return undefined;
  const found = findCredit(books, "CreditNote", CreditNoteNumber);
  return found?.Type === "ACCRECCREDIT" ? found : undefined;
}
