import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "../../..");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

interface Package {
  scripts?: Record<string, string>;
  bin?: Record<string, string>;
}
const packageOf = (folder: string) =>
  JSON.parse(read(join(folder, "package.json"))) as Package;

/** Each command of the guides' blocks, with where it stands and in which folder it is run. */
function commands() {
  const guides = ["README.md", "CONTRIBUTING.md"].concat(
    globSync("docs/**/*.md", { cwd: ROOT }),
  );
  return guides.flatMap((guide) =>
    [...read(guide).matchAll(/^ *```(?:sh|bash)?\n([\s\S]*?)^ *```/gm)].flatMap(
      ([, block = ""]) => {
        let folder = ".";
        return block
          .replace(/\\\n/g, " ")
          .split(/\n|&&/)
          .map((line) => line.replace(/ #.*/, "").trim())
          .flatMap((line) => {
            const [, to] = /^cd (\S+)$/.exec(line) ?? [];
            if (to) folder = to;
            // The links that templates print are no commands.
            return line && !to && !line.startsWith("https://")
              ? [[guide, folder, line] as const]
              : [];
          });
      },
    ),
  );
}

/** What is wrong with a command; undefined for one that can be run. */
function faultOf(folder: string, line: string): string | undefined {
  const words = line.split(/\s+/).filter((word) => !/^[A-Z_]+=/.test(word));
  const [program, ...given] = words;
  const [first = "", second = ""] = given.filter((word) => word !== "-s");
  if (program === "npm")
    return npmFault(folder, first === "run" ? second : first);
  if (program === "npx" && first === "zapier-platform")
    return zapierFault(second, given);
  if (program === "npx")
    return existsSync(join(ROOT, "node_modules/.bin", first))
      ? undefined
      : `there is no ${first}`;
  return `${program} is not known here`;
}

const npmFault = (folder: string, script: string) =>
  script === "ci" || packageOf(folder).scripts?.[script]
    ? undefined
    : `${folder}/package.json has no script ${script}`;

const OCLIF = join(ROOT, "node_modules/zapier-platform-cli/src/oclif/commands");

function zapierFault(command: string, given: string[]): string | undefined {
  const path = join(OCLIF, `${command.replace(":", "/")}.js`);
  if (!existsSync(path)) return `Zapier's CLI has no ${command}`;
  const source = readFileSync(path, "utf8");
  const unknown = given
    .flatMap((word) => /^--([\w-]+)/.exec(word)?.[1] ?? [])
    .find((flag) => !new RegExp(`\\b'?${flag}'?: Flags\\.`).test(source));
  return unknown && `${command} has no flag --${unknown}`;
}

it("every command of the guides can be run", () => {
  const found = commands();
  expect(found.length).toBeGreaterThan(25);
  const faults = found.flatMap(([guide, folder, line]) => {
    const fault = faultOf(folder, line);
    return fault ? [`${guide}: ${line}: ${fault}`] : [];
  });
  expect(faults).toEqual([]);
});

it.each([
  ["npm run nothing", "./package.json has no script nothing"],
  ["npx nothing-at-all", "there is no nothing-at-all"],
  ["npx zapier-platform publish", "Zapier's CLI has no publish"],
  [
    "npx zapier-platform register --colour red",
    "register has no flag --colour",
  ],
])("%s is noticed", (line, fault) => {
  expect(faultOf(".", line)).toBe(fault);
});
