import type { ForecastChart } from "../chart/forecastChart";
import { inZapierTerms } from "../http/errors";

/** The file that the output field `chart` stands for. Zapier makes it when a later step of the Zap asks for it. */
const forecastChart = {
  key: "forecastChart",
  perform: inZapierTerms(async (z, { inputData }) => {
    const chart = inputData as unknown as ForecastChart;
    // Loaded here alone: no other step draws.
    const { forecastChart: draw } = await import("../chart/forecastChart");
    const svg = draw(chart);
    return z.stashFile(
      svg,
      Buffer.byteLength(svg),
      `cash-forecast-${chart.date}.svg`,
      "image/svg+xml",
    );
  }),
};

export default forecastChart;
