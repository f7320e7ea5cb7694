import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import type { Manifest } from "@hubspot-xero/make-runner/tree/tree";
import { writeSmallTree } from "./smallTree";
import { KEY, startStandIn, type StandIn } from "./standIn";
import { emptyApp } from "./standIn/state";

const ROOT = resolve(__dirname, "../../..");

let standIn: StandIn;

beforeEach(async () => {
  standIn = await startStandIn({ apps: [emptyApp("shop")] });
});

afterEach(() => standIn.close());

async function make(args: string[], environment: NodeJS.ProcessEnv = {}) {
  const child = spawn(
    process.execPath,
    [
      join(ROOT, "node_modules/tsx/dist/cli.mjs"),
      join(ROOT, "tools/make-deploy/src/cli.ts"),
      ...args,
    ],
    { env: { PATH: process.env.PATH, NO_COLOR: "1", ...environment } },
  );
  const [out, error, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((done) => child.on("close", done)),
  ]);
  expect(out + error).not.toContain(KEY);
  return { out, error, code };
}

const zone = () => standIn.baseUrl.replace("/api", "");

const writes = () => standIn.taken().filter(({ method }) => method !== "GET");

describe("a tree without origins", () => {
  it("is deployed with --zone and --app, and then with nothing but its mapping file", async () => {
    const folder = writeSmallTree();
    const mapping = join(folder, "kept", "origin.json");
    const key = { MAKE_API_KEY: KEY };
    const first = await make(
      [folder, "--zone", zone(), "--app", "shop", "--mapping", mapping],
      key,
    );
    expect(first).toMatchObject({ code: 0, error: "" });
    expect(first.out).toContain("All 23 steps done.");
    expect(first.out).toContain("Ask Make's helpdesk");
    expect(readFileSync(mapping, "utf8")).not.toContain(KEY);

    standIn.taken();
    const second = await make([folder, "--mapping", mapping], key);
    expect(second.out).toContain("Make has all of it: nothing to do.");
    expect(second.code).toBe(0);
    expect(writes()).toEqual([]);
  });

  it("is only looked at with --dry-run, even when the app is yet to be created", async () => {
    const folder = writeSmallTree();
    const mapping = join(folder, "origin.json");
    const { out, code } = await make(
      [
        ...[folder, "--dry-run", "--zone", zone()],
        ...["--create", "Deals", "--mapping", mapping],
      ],
      { MAKE_API_KEY: KEY },
    );
    expect(code).toBe(0);
    expect(out).toContain("A new app on 127.0.0.1");
    expect(out).toContain('create  app "Deals"');
    expect(out).toContain("A dry run: nothing was written.");
    expect(standIn.taken()).toEqual([]);
    expect(existsSync(mapping)).toBe(false);
  });

  it("says how far it came when Make refuses a step", async () => {
    const folder = writeSmallTree();
    standIn.fault("POST /sdk/apps/shop/webhooks", {
      kind: "refuse",
      status: 400,
      detail: "No more webhooks.",
    });
    const { error, code } = await make(
      [
        ...[folder, "--zone", zone(), "--app", "shop"],
        ...["--mapping", join(folder, "origin.json")],
      ],
      { MAKE_API_KEY: KEY },
    );
    expect(error).toContain("3 of 23 steps were done.");
    expect(error).toContain(
      'Webhook orders: Make answers 400 "No more webhooks.".',
    );
    expect(code).toBe(1);
  });

  it.each([
    [["--app", "shop"], "--zone eu1.make.com"],
    [["--zone", "eu1.make.com"], "--app <appId>"],
    [["--zone", "http://eu1.make.com", "--app", "shop"], "is not https"],
    [["--origin", "Test"], "names no origins"],
    [["--app-version", "one"], "whole number"],
  ])("is refused with %j", async (args, message) => {
    const folder = writeSmallTree();
    const { error, code } = await make(
      [folder, "--mapping", join(folder, "none.json"), ...args],
      { MAKE_API_KEY: KEY },
    );
    expect(error).toContain(message);
    expect(code).toBe(1);
    expect(standIn.taken()).toEqual([]);
  });
});

describe("a tree with origins", () => {
  const origins = () =>
    ["Live", "Test"].map((label) => ({
      label,
      baseUrl: standIn.baseUrl,
      appId: "shop",
      appVersion: 1,
      apikeyFile: "apikey",
    }));

  it("takes the key of the origin's file and writes the mapping into the manifest", async () => {
    const folder = writeSmallTree({ origins: origins() });
    writeFileSync(join(folder, "apikey"), `${KEY}\n`);
    const file = join(folder, "makecomapp.json");
    const before = JSON.parse(readFileSync(file, "utf8")) as Manifest;
    const { code } = await make([folder, "--origin", "Test"]);
    expect(code).toBe(0);
    const after = JSON.parse(readFileSync(file, "utf8")) as Manifest;
    const { idMapping, ...origin } = after.origins[1]!;
    expect({ ...after, origins: [after.origins[0], origin] }).toEqual(before);
    expect(idMapping?.connection).toEqual([
      { local: "shop", remote: "shop" },
      { local: "bank", remote: "shop2" },
    ]);

    standIn.taken();
    expect((await make([folder, "--origin", "Test"])).code).toBe(0);
    expect(writes()).toEqual([]);
  });

  it("asks which origin is meant", async () => {
    const folder = writeSmallTree({ origins: origins() });
    const { error } = await make([folder], { MAKE_API_KEY: KEY });
    expect(error).toContain("has the origins Live, Test. Say which one");
  });
});

describe("the API key", () => {
  const deployWith = (key: string) => {
    const folder = writeSmallTree();
    return make(
      [
        ...[folder, "--zone", zone(), "--app", "shop"],
        ...["--mapping", join(folder, "origin.json")],
      ],
      { MAKE_API_KEY: key },
    );
  };

  it("must be there", async () => {
    const { error, code } = await deployWith("");
    expect(error).toContain("There is no API key.");
    expect(code).toBe(1);
  });

  it("is not shown when Make refuses it", async () => {
    const wrong = "00000000-0000-4000-8000-000000000000";
    const { out, error, code } = await deployWith(wrong);
    expect(error).toContain(
      'Reading the app shop, version 1: Make answers 401 "Access denied."',
    );
    expect(out + error).not.toContain(wrong);
    expect(code).toBe(1);
  });

  it("is not shown when no header can carry it", async () => {
    const { out, error } = await deployWith(`${KEY}\n${KEY}`);
    expect(error).toContain(
      "The API key has characters in it that no key has.",
    );
    expect(out).toBe("");
  });
});
