/** Takes back what a failed request has already written. */
export interface Transaction {
  undo: (() => void)[];
}

/** Rows are replaced, never changed in place, so an undo only has to put the old row back. */
export class Table<Row extends object> {
  readonly #rows: Row[];
  readonly #idOf: (row: Row) => string;
  readonly #places = new Map<string, number>();

  constructor(rows: Row[], idOf: (row: Row) => string) {
    this.#rows = rows;
    this.#idOf = (row) => idOf(row).toLowerCase();
    rows.forEach((row, place) => this.#places.set(this.#idOf(row), place));
  }

  all(): readonly Row[] {
    return this.#rows;
  }

  get(id: string): Row | undefined {
    const place = this.#places.get(id.toLowerCase());
    return place === undefined ? undefined : this.#rows[place];
  }

  put(row: Row, transaction: Transaction): void {
    const id = this.#idOf(row);
    const place = this.#places.get(id);
    if (place === undefined) {
      this.#places.set(id, this.#rows.push(row) - 1);
      transaction.undo.push(() => {
        this.#rows.pop();
        this.#places.delete(id);
      });
    } else {
      const before = this.#rows[place]!;
      this.#rows[place] = row;
      transaction.undo.push(() => {
        this.#rows[place] = before;
      });
    }
  }
}

export function rollBack(transaction: Transaction): void {
  for (const undo of transaction.undo.splice(0).reverse()) undo();
}
