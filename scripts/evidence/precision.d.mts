import type { Ledger } from './ledger.mjs';

export interface Row {
  readonly rule: string;
  readonly preset: string;
  readonly findings: number;
  readonly judged: number;
  readonly right: number;
  readonly wrong: number;
  readonly notWorth: number;
  readonly precision: number | undefined;
  readonly interval: readonly [number, number];
  readonly worth: number | undefined;
  readonly repositories: number;
  readonly lines: number;
}

export function wilson(right: number, judged: number): [number, number];
export function rowsOf(
  rules: readonly { readonly name: string; readonly preset: string }[],
  ledgers: readonly Ledger[],
): Row[];
export function complaints(rows: readonly Row[], ledgers: readonly Ledger[]): string[];
export function precisionText(rows: readonly Row[], ledgers: readonly Ledger[]): string;
export function between(page: string, name: string, text: string): string;
