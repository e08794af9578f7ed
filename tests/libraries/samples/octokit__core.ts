import { Octokit } from '@octokit/core';

const octokit = new Octokit({ auth: 'token' });
octokit;
// ^? role client
await octokit.request('GET /repos/{owner}/{repo}', { owner: 'o', repo: 'r' });
//            ^? waitsFor network
await octokit.graphql('{ viewer { login } }');
//            ^? waitsFor network
