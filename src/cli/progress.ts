/** Progress on a terminal. Nothing is written where nobody watches: in CI, or with stderr in a file. */
import ora from 'ora';

/** Where an audit stands: what it is doing and, where files are counted, how many of how many are done. */
export interface Step {
  readonly doing: string;
  readonly done?: number;
  readonly total?: number;
}

/** A line on the terminal that follows the audit until it is stopped. */
export interface Progress {
  /** Shows where the audit stands. */
  show(step: Step): void;
  /** Clears the line. Nothing is shown from then on. */
  stop(): void;
}

/** Starts to show progress on stderr, with the seconds since now; does nothing where nobody watches. */
export function startProgress(): Progress {
  // A terminal in a container can be 0 columns wide, and ora would clear infinitely many lines.
  const isWatched = process.stderr.isTTY && process.stderr.columns > 0 && !process.env['CI'];
  if (!isWatched) return { show: () => undefined, stop: () => undefined };
  const started = performance.now();
  let step: Step = { doing: 'Starting' };
  const text = (): string => {
    const count = step.total === undefined ? '' : `: ${step.done ?? 0} of ${step.total}`;
    return `${step.doing}${count} (${Math.floor((performance.now() - started) / 1000)} s)`;
  };
  // Discarding stdin puts the terminal into raw mode, where Ctrl-C is a character and no signal.
  const spinner = ora({ stream: process.stderr, discardStdin: false, text: text() }).start();
  const timer = setInterval(() => (spinner.text = text()), 100);
  return {
    show(next) {
      step = next;
    },
    stop() {
      clearInterval(timer);
      spinner.stop();
    },
  };
}
