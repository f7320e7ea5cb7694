import { createRequire } from "node:module";
import nock from "nock";
import zapier from "zapier-platform-core";

// The built app, because what draws comes into it as modules that only the bundler reads.
const app = createRequire(__filename)("../../index.js") as {
  hydrators: Record<string, unknown>;
};
const run = zapier.createAppTester(app as never) as unknown as (
  perform: unknown,
  bundle: object,
) => Promise<string>;

const month = {
  month: "2026-11",
  expected: 3120.4,
  low: 0,
  high: 5400,
  pipeline: 8000,
};
const next = {
  month: "2026-12",
  expected: 14260,
  low: 9300,
  high: 19800,
  pipeline: 12000,
};

/** What the hydrator makes of its bundle, as Zapier's file store takes it in. */
async function upload(inputData: object): Promise<string> {
  let form = "";
  nock("https://rpc.zapier.com")
    .post("/cli")
    .reply(200, (_, asked) => ({
      id: (JSON.parse(String(asked)) as { id: string }).id,
      result: {
        url: "https://files.example/",
        fields: { key: "stored/chart.svg" },
      },
    }));
  nock("https://files.example")
    .post("/", (body: string) => {
      form = body;
      return true;
    })
    .reply(204);
  const url = await run(app.hydrators["forecastChart"], { inputData });
  expect(url).toBe("https://files.example/stored/chart.svg");
  expect(nock.isDone()).toBe(true);
  return form;
}

const drawing = (form: string) => /<svg[\s\S]*<\/svg>/.exec(form)?.[0] ?? "";
const attributes = (svg: string, element: string, fill: string) =>
  [...svg.matchAll(new RegExp(`<${element} ([^>]*)>`, "g"))]
    .map(([, written = ""]) =>
      Object.fromEntries(
        [...written.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [
          key,
          value,
        ]),
      ),
    )
    .filter((found) => found["fill"] === fill);

beforeAll(() => {
  nock.disableNetConnect();
  process.env["ZAPIER_DEPLOY_KEY"] = "not a real one";
});

afterAll(() => {
  delete process.env["ZAPIER_DEPLOY_KEY"];
  nock.enableNetConnect();
});

it("stores an SVG file under a name that tells its day", async () => {
  const form = await upload({
    currency: "GBP",
    date: "2026-11-23",
    months: [month, next],
  });
  expect(form).toContain('filename="cash-forecast-2026-11-23.svg"');
  expect(form).toContain("Content-Type: image/svg+xml");
  expect(drawing(form)).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
});

it("draws a bar of each figure for each month, as high as its amount, and the range as a whisker", async () => {
  const svg = drawing(
    await upload({
      currency: "GBP",
      date: "2026-11-23",
      months: [month, next],
    }),
  );
  // 20,000 is the top of the axis at 84, 0 its foot at 360: 276 pixels.
  const bars = attributes(svg, "rect", "#3f97bd").slice(1);
  expect(bars.map(({ y, height }) => [Number(y), Number(height)])).toEqual([
    [expect.closeTo(360 - (276 * 3120.4) / 20000, 1), expect.closeTo(43.06, 1)],
    [expect.closeTo(360 - (276 * 14260) / 20000, 1), expect.closeTo(196.79, 1)],
  ]);
  const pipeline = attributes(svg, "rect", "#8794a3").slice(1);
  expect(pipeline.map(({ height }) => Number(height))).toEqual([
    expect.closeTo(110.4, 1),
    expect.closeTo(165.6, 1),
  ]);
  // The first whisker is the legend's.
  const whiskers = svg.match(/<g [^>]*>.*?<\/g>/g) ?? [];
  expect(whiskers).toHaveLength(3);
  expect(whiskers[2]).toMatch(/y1="86\.76".*y1="86\.76".*y1="231\.66"/);
});

it("says in words what it draws, for those who cannot see it", async () => {
  const svg = drawing(
    await upload({
      currency: "GBP",
      date: "2026-11-23",
      months: [month, next],
    }),
  );
  expect(svg).toMatch(/role="img" aria-labelledby="title desc"/);
  expect(svg).toContain(
    '<title id="title">Expected cash in GBP, 2026-11-23</title>',
  );
  expect(svg).toContain(
    '<desc id="desc">Expected cash in GBP\n2026-11: 3,120 (likely 0 to 5,400; pipeline 8,000)\n2026-12: 14,260 (likely 9,300 to 19,800; pipeline 12,000)</desc>',
  );
  for (const words of ["Expected", "80 % range", "Pipeline alone", "20,000"])
    expect(svg).toContain(`>${words}</text>`);
});

it("escapes whatever it writes", async () => {
  const svg = drawing(
    await upload({
      currency: `<script>"&'\u0007`,
      date: "2026-11-23",
      months: [month],
    }),
  );
  expect(svg).not.toContain("<script>");
  expect(svg).toContain(
    "Expected cash in &lt;script&gt;&quot;&amp;&#39;, 2026-11-23",
  );
});

it("draws nothing to expect as an empty axis, and what is taken off below it", async () => {
  const none = { ...month, expected: 0, high: 0, pipeline: 0 };
  const empty = drawing(
    await upload({ currency: "GBP", date: "2026-11-23", months: [none] }),
  );
  expect(empty).not.toMatch(/NaN|Infinity|undefined/);
  const below = drawing(
    await upload({
      currency: "GBP",
      date: "2026-11-23",
      months: [{ ...none, high: 1000, pipeline: -1000 }],
    }),
  );
  // From -1,000 to 1,000, with 0 in the middle.
  expect(attributes(below, "rect", "#8794a3")[1]).toMatchObject({
    y: "222",
    height: "138",
  });
});
