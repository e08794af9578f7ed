/**
 * Octokit. Every request to GitHub's API, and those of its plugins, goes through `request`; the methods that
 * `@octokit/rest` adds are told by no name of their own, and therefore not here.
 */
import type { LibraryModel } from '../vocabulary.js';

export const octokitCore = {
  package: '@octokit/core',
  tested: '7.x',
  docs: 'https://github.com/octokit/core.js#readme',
  types: { Octokit: 'client' },
  calls: {
    'Octokit#request': { waitsFor: 'network' },
    'Octokit#graphql': { waitsFor: 'network' },
  },
} as const satisfies LibraryModel;
