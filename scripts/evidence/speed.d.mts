/** Medians of the runs of one configuration: seconds, seconds, megabytes. */
export interface Measured {
  readonly name: string;
  readonly files: number;
  readonly findings: number;
  readonly cpu: number;
  readonly wall: number;
  readonly memory: number;
}

export interface Project {
  readonly name: string;
  readonly machine: string;
  readonly files: number;
  readonly runs: number;
  readonly rows: readonly Measured[];
  /** Milliseconds in each of our rules. */
  readonly shares?: Readonly<Record<string, number>>;
  /** User CPU seconds without our rules and with them, over a part of the files. */
  readonly growth?: readonly {
    readonly part: number;
    readonly files: number;
    readonly floor: number;
    readonly all: number;
  }[];
}

export interface Speed {
  readonly projects: readonly Project[];
}

export function nextSpeed(before: Speed | undefined, measured: Project): Speed;
export function speedText(speed: Speed | undefined): string;
