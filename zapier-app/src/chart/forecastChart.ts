import { max, min } from "d3-array";
import { scaleBand, scaleLinear } from "d3-scale";
import {
  forecastText,
  wholeUnits,
} from "@hubspot-xero/shared/forecast/forecastText";
import type { MonthForecast } from "@hubspot-xero/shared/forecast/forecastRevenue";
import { element, text, type Svg } from "./svg";

export interface ForecastChart {
  currency: string;
  /** The day of the forecast. */
  date: string;
  months: readonly Pick<
    MonthForecast,
    "month" | "expected" | "low" | "high" | "pipeline"
  >[];
}

const [WIDTH, HEIGHT] = [760, 400];
const PLOT = { left: 100, right: WIDTH - 20, top: 84, bottom: HEIGHT - 40 };
const [INK, FAINT, EXPECTED, PIPELINE] = [
  "#1f2933",
  "#d9e2ec",
  "#3f97bd",
  "#8794a3",
];
const FIGURES = ["expected", "pipeline"] as const;
const FILL = { expected: EXPECTED, pipeline: PIPELINE };

/**
 * The forecast as an SVG drawing: for each month a bar of the expected cash with its 80 % range as a whisker, and one of
 * the pipeline beside it. Its title and description say the same in words.
 */
export function forecastChart(chart: ForecastChart): string {
  const { currency, date, months } = chart;
  const title = `Expected cash in ${currency}, ${date}`;
  const x = scaleBand(
    months.map(({ month }) => month),
    [PLOT.left, PLOT.right],
  ).padding(0.25);
  const y = amountScale(months);
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      width: WIDTH,
      height: HEIGHT,
      role: "img",
      "aria-labelledby": "title desc",
      "font-family": "Helvetica, Arial, sans-serif",
      "font-size": 12,
      fill: INK,
    },
    element("title", { id: "title" }, text(title)),
    element("desc", { id: "desc" }, text(forecastText(currency, months))),
    element("rect", { width: WIDTH, height: HEIGHT, fill: "#ffffff" }),
    label(title, PLOT.left, 30, { "font-size": 16, "font-weight": "bold" }),
    ...legend(),
    ...y.ticks(5).flatMap((tick) => gridLine(tick, y(tick))),
    ...months.flatMap((month) =>
      monthBars(month, x(month.month) ?? 0, x.bandwidth(), y),
    ),
  );
}

type AmountScale = ReturnType<typeof amountScale>;

function amountScale(months: ForecastChart["months"]) {
  const figures = months.flatMap(({ expected, high, pipeline }) => [
    expected,
    high,
    pipeline,
  ]);
  return scaleLinear(
    [min([0, ...figures]) ?? 0, max([10, ...figures]) ?? 10],
    [PLOT.bottom, PLOT.top],
  ).nice(5);
}

function gridLine(amount: number, y: number): Svg[] {
  return [
    line(PLOT.left, y, PLOT.right, y, FAINT),
    label(wholeUnits(amount), PLOT.left - 8, y + 4, { "text-anchor": "end" }),
  ];
}

function monthBars(
  month: ForecastChart["months"][number],
  left: number,
  width: number,
  y: AmountScale,
): Svg[] {
  const bars = scaleBand(FIGURES, [left, left + width]).padding(0.1);
  const middle = (bars("expected") ?? 0) + bars.bandwidth() / 2;
  return [
    ...FIGURES.map((figure) =>
      bar(bars(figure) ?? 0, bars.bandwidth(), month[figure], y, FILL[figure]),
    ),
    whisker(middle, y(month.high), y(month.low), bars.bandwidth() / 5),
    label(month.month, left + width / 2, PLOT.bottom + 20, {
      "text-anchor": "middle",
    }),
  ];
}

function bar(
  x: number,
  width: number,
  amount: number,
  y: AmountScale,
  fill: string,
): Svg {
  const [from, to] = [y(0), y(amount)];
  return element("rect", {
    x,
    y: Math.min(from, to),
    width,
    height: Math.abs(from - to),
    fill,
  });
}

function whisker(x: number, top: number, bottom: number, reach: number): Svg {
  const end = (y: number) => line(x - reach, y, x + reach, y, INK);
  return element(
    "g",
    { "stroke-width": 1.5 },
    end(top),
    line(x, top, x, bottom, INK),
    end(bottom),
  );
}

function legend(): Svg[] {
  const top = 46;
  const key = (left: number, fill: string, words: string) => [
    element("rect", { x: left, y: top, width: 12, height: 12, fill }),
    label(words, left + 18, top + 10),
  ];
  return [
    ...key(PLOT.left, EXPECTED, "Expected"),
    whisker(PLOT.left + 116, top, top + 12, 5),
    label("80 % range", PLOT.left + 128, top + 10),
    ...key(PLOT.left + 228, PIPELINE, "Pipeline alone"),
  ];
}

function label(
  words: string,
  x: number,
  y: number,
  attributes: Record<string, string | number> = {},
): Svg {
  return element("text", { x, y, ...attributes }, text(words));
}

function line(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  stroke: string,
): Svg {
  return element("line", { x1, y1, x2, y2, stroke });
}
