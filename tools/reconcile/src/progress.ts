import { Presets, SingleBar } from "cli-progress";
import type { Progress } from "./job";

/** Lines come at most once for so many records where there is no terminal. */
const EVERY = 1000;

/** A bar on a terminal, plain lines elsewhere. */
export function createProgress(terminal: boolean): {
  show: Progress;
  end(): void;
} {
  return terminal ? bars() : lines();
}

function bars() {
  let stage = "";
  let bar: SingleBar | undefined;
  const end = () => {
    bar?.stop();
    bar = undefined;
    stage = "";
  };
  const show: Progress = (name, done, total) => {
    if (name !== stage) {
      end();
      stage = name;
      const format = total
        ? `${name} {bar} {value} of {total}`
        : `${name} {value}`;
      bar = new SingleBar({ format }, Presets.shades_classic);
      bar.start(total ?? done, 0);
    }
    bar?.setTotal(total ?? done);
    bar?.update(done);
  };
  return { show, end };
}

function lines() {
  let last = { stage: "", done: 0, total: undefined as number | undefined };
  const tell = ({ stage, done, total }: typeof last) => {
    if (stage) console.log(`${stage}: ${done}${total ? ` of ${total}` : ""}`);
  };
  const show: Progress = (stage, done, total) => {
    if (stage !== last.stage) tell(last);
    else if (Math.floor(done / EVERY) > Math.floor(last.done / EVERY))
      tell({ stage, done, total });
    last = { stage, done, total };
  };
  const end = () => {
    tell(last);
    last = { stage: "", done: 0, total: undefined };
  };
  return { show, end };
}
