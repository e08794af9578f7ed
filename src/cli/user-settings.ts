/** What the user's own ESLint config says of in-house packages, which the command heeds though it brings its own rules. */
import type { ESLint, Linter } from 'eslint';
import { CannotRun, oneLine } from './failure.js';

/** So many files without settings, and the project has none. */
const mostFiles = 100;

/** `settings.concurrency` of the config that covers a file. */
export interface UserSettings {
  /** Undefined without a config, or without such settings. */
  readonly settings: unknown;
  /** Why they are left out, on one line, where a config is there and cannot be read. */
  readonly remark?: string;
}

/** Reads the settings that hold for a file, in the words of an engine made for the project's folder. Never throws. */
export async function userSettings(engine: ESLint, file: string): Promise<UserSettings> {
  try {
    const config = (await engine.calculateConfigForFile(file)) as Linter.Config | undefined;
    return { settings: config?.settings?.['concurrency'] };
  } catch (error) {
    const { message } = error as Error;
    if (message.startsWith('Could not find config file')) return { settings: undefined };
    return { settings: undefined, remark: `since the ESLint config cannot be read: ${oneLine(message)}` };
  }
}

/** The settings of the first of these files, by name, that a config gives any: a config need not cover all of them. */
export async function settingsOfProject(engine: ESLint, files: readonly string[]): Promise<UserSettings> {
  for (const file of [...files].sort().slice(0, mostFiles)) {
    const found = await userSettings(engine, file);
    if (found.settings !== undefined || found.remark !== undefined) return found;
  }
  return { settings: undefined };
}

/** What a run failed with: where a rule refused the settings, its line alone, without what ESLint writes around it. */
export function asSettingsFailure(error: unknown): unknown {
  const [line] = /settings\.concurrency\b.*/.exec(error instanceof Error ? error.message : '') ?? [];
  return line === undefined ? error : new CannotRun(line);
}
