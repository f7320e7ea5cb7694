import type { MakeTree, ModuleMetadata } from "../../tree/tree";
import type { Rule } from "../finding";
import { listOf, objectOf, place } from "../read/json";

interface Group {
  label: string;
  modules: string[];
  at: string;
}

/** How modules are sorted into the groups of the app. */
export const groupRules: Rule[] = [
  {
    id: "groups-references",
    what: "groups list modules that exist",
    severity: "error",
    *find(tree) {
      for (const { label, modules, at } of groupsOf(tree))
        for (const id of modules)
          if (!tree.modules.has(id))
            yield {
              path: at,
              message: `Remove ${id} from the group ${label}: there is no such module.`,
            };
    },
  },
  {
    id: "groups-complete",
    what: "every module stands in a group",
    severity: "error",
    *find(tree) {
      const listed = new Set(groupsOf(tree).flatMap(({ modules }) => modules));
      for (const id of tree.modules.keys())
        if (!listed.has(id))
          yield {
            path: tree.groups.path || "modules/groups.json",
            message: `Add ${id} to a group; users do not find a module outside the groups.`,
          };
    },
  },
  {
    id: "groups-order",
    what: "a group lists trigger, create, update, get, search, delete, universal in this order",
    severity: "error",
    *find(tree) {
      for (const { label, modules, at } of groupsOf(tree)) {
        const known = modules.flatMap((id) => {
          const metadata = tree.modules.get(id)?.metadata;
          return metadata ? [{ id, rank: rankOf(metadata) }] : [];
        });
        for (const [index, { id, rank }] of known.entries()) {
          const before = known
            .slice(0, index)
            .find((earlier) => (earlier.rank ?? 0) > (rank ?? 6));
          if (before)
            yield {
              path: at,
              message: `Move ${id} before ${before.id} in the group ${label}: trigger, create, update, get, search, delete, universal.`,
            };
        }
      }
    },
  },
  {
    id: "groups-by-entity",
    what: "more than ten modules are grouped by what they are about, universal ones in Other",
    severity: "warning",
    *find(tree) {
      if (tree.modules.size <= 10) return;
      const groups = groupsOf(tree);
      if (groups.length === 1)
        yield {
          path: tree.groups.path,
          message:
            "Split the group: more than ten modules are grouped by what they are about.",
        };
      for (const { label, modules, at } of groups.length > 1 ? groups : [])
        for (const id of modules)
          if (
            tree.modules.get(id)?.metadata.moduleType === "universal" &&
            label !== "Other"
          )
            yield { path: at, message: `Move ${id} to a group called Other.` };
    },
  },
];

const ranks = { create: 1, update: 2, read: 3, delete: 6 } as const;

/** Undefined for what Make gives no place: only universal modules stay behind it. */
function rankOf({
  moduleType,
  actionCrud,
}: ModuleMetadata): number | undefined {
  if (moduleType === "trigger" || moduleType === "instant_trigger") return 0;
  if (moduleType === "search") return 5;
  if (moduleType === "universal") return 7;
  return actionCrud ? ranks[actionCrud] : undefined;
}

const groupsOf = ({ groups }: MakeTree): Group[] =>
  listOf(groups.value).map((group, index) => {
    const { label, modules } = objectOf(group);
    return {
      label: String(label),
      modules: listOf(modules).map(String),
      at: place(groups.path, `/${index}`),
    };
  });
