export type Judgement = 'right' | 'wrong' | 'right but not worth saying';

export interface Place {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly function: string;
  readonly data: Readonly<Record<string, string>>;
}

export interface Finding extends Place {
  readonly key: string;
  readonly judgement?: Judgement;
  readonly reason?: string;
}

export interface Ledger {
  readonly repository: string;
  readonly commit: string;
  readonly date?: string;
  readonly files: number;
  readonly lines: number;
  readonly rules: readonly string[];
  readonly findings: readonly Finding[];
}

export function repositoryOf(name: string | undefined): { repository: string; commit: string; file: string };
export function messageData(template: string | undefined, text: string): Record<string, string>;
export function withKeys(
  findings: readonly (Place & { readonly column?: number; readonly messageId?: string })[],
): Finding[];
export function nextLedger(
  before: Ledger | undefined,
  run: Ledger,
): { ledger: Ledger; added: Finding[]; gone: Finding[] };
export function judged(
  ledger: Ledger,
  given: Readonly<Record<string, { readonly judgement: string; readonly reason: string }>>,
): Ledger;
export function problemOf(one: {
  readonly judgement?: unknown;
  readonly reason?: unknown;
}): string | undefined;
export function formerly(finding: Finding, gone: readonly Finding[]): Finding | undefined;
