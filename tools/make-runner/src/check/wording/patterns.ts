import type { ModuleMetadata, ModuleType } from "../../tree/tree";

/** How a kind of module is named, and how a module of that name is described. */
export interface Words {
  label: RegExp;
  /** The label's form as people read it. */
  as: string;
  description: RegExp;
  describedAs: string;
}

const words = (
  as: string,
  label: RegExp,
  describedAs: string,
  description: RegExp,
): Words => ({ as, label, describedAs, description });

const upsert = words(
  "Create or update a/an <item>",
  /^Create or update an? /,
  "Creates a new <item> or updates an existing one if a matching <x> is found.",
  /^Creates a new .+ or updates an existing one/,
);

const bulk = (verb: string): Words =>
  words(
    `Bulk ${verb} <items> (advanced)`,
    new RegExp(`^Bulk ${verb} .+ \\(advanced\\)`),
    `${capital(verb)}s <items>...`,
    new RegExp(`^${capital(verb)}s `),
  );

const plain = (verb: string): Words =>
  words(
    `${verb} a/an <item>`,
    new RegExp(`^${verb} an? `),
    `${verb}s a/an <item>.`,
    new RegExp(`^${verb}s an? `),
  );

const capital = (verb: string) => verb.charAt(0).toUpperCase() + verb.slice(1);

const watch = words(
  "Watch [new|updated|deleted] <items>",
  /^Watch /,
  "Triggers when a new <item> is created.",
  /^Triggers when /,
);

const list = (verb: "List" | "Search") =>
  words(
    `${verb} <items>`,
    new RegExp(`^${verb} `),
    "Returns a list of <items>...",
    /^Returns a list of /,
  );

/** The words of actions, by what they do to a record. */
export const actionWords: Record<
  NonNullable<ModuleMetadata["actionCrud"]>,
  Words[]
> = {
  create: [
    upsert,
    words(
      "Create a/an <item>",
      /^Create an? /,
      "Creates a new <item>...",
      /^Creates a new /,
    ),
    ...["Add", "Send", "Upload"].map(plain),
    bulk("create"),
  ],
  update: [upsert, plain("Update"), bulk("update")],
  read: [
    words(
      "Get a/an <item>",
      /^Get an? /,
      "Returns information about a specific <item> by its <x>.",
      /^Returns information about a specific .+ by its /,
    ),
    plain("Download"),
  ],
  delete: [plain("Delete"), plain("Remove"), bulk("delete")],
};

/** The words of the other modules; there are none for an action of no kind, or a responder. */
export const moduleWords: Partial<Record<ModuleType, Words[]>> = {
  trigger: [watch],
  instant_trigger: [watch],
  search: [list("List"), list("Search")],
  universal: [
    words(
      "Make an API call",
      // An app of two services has two of them, and names the service.
      /^Make an? (\S+ )?API call$/,
      "Sends a custom API call to <app>. You can use this to call endpoints that aren't covered by existing modules.",
      /^Sends a custom API call to [^.]+\. You can use this to call endpoints that aren['’]t covered by existing modules\.$|^Performs an arbitrary authorized API call\.$/,
    ),
  ],
};
