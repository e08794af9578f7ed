/** How reports name files: relative to the checkout, with forward slashes. */
import path from 'node:path';

/**
 * The folder that a review knows the files from. Where a job on GitHub or GitLab lints one folder of its checkout, that
 * is the checkout; else where ESLint runs.
 */
export function checkoutOf(cwd: string, env: NodeJS.ProcessEnv = process.env): string {
  const checkouts = [env['GITHUB_WORKSPACE'], env['CI_PROJECT_DIR']];
  const around = checkouts.find(folder => folder && isInside(path.resolve(folder), cwd));
  return around ? path.resolve(around) : cwd;
}

/** `src/orders.ts`; undefined for a file outside of the folder. */
export function pathIn(folder: string, file: string): string | undefined {
  return isInside(folder, file) ? path.relative(folder, file).split(path.sep).join('/') : undefined;
}

function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
