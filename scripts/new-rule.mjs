// Writes the three files of a new rule: `npm run new:rule no-something`. They work as they are, and report any fan-out
// as long as the data, so that there is something to change step by step.
import { onOneName, writeNew } from './new-files.mjs';

const wanted = {
  usage: 'Give one name: npm run new:rule no-something',
  pattern: /^(no|require|prefer)(-[a-z]+)+$/,
  otherwise:
    'no name for a rule: say no-<hazard>, require-<duty> or prefer-<idiom>, in lower case with hyphens.',
};

onOneName(wanted, (name, root) => {
  writeNew(root, {
    [`src/rules/${name}.ts`]: ruleOf(name),
    [`tests/rules/${name}.test.ts`]: testOf(name),
    [`docs/rules/${name}.md`]: pageOf(name),
  });
  console.log('Next: npm run update, which registers the rule and generates its documentation header.');
});

function ruleOf(name) {
  return `/**
 * Why: what goes wrong in production, and why no test shows it.
 *
 * Reports  what it reports.
 * Ignores  what looks alike and is right.
 * Misses   what it cannot see.
 */
import type { FanOut } from '../concepts/fan-out.js';
import { visitConcepts } from '../concepts/visit.js';
import { createRule } from '../create-rule.js';

export default createRule({
  name: '${name}',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow what ${name} is about',
      config: 'strict',
      requiresTypeChecking: true,
    },
    messages: {
      hazard: '\`{{combinator}}\` does what is wrong, with the evidence. Do this instead.',
    },
    schema: [],
  },
  create: context =>
    visitConcepts(context, {
      fanOut(fanOut) {
        if (!isHazard(fanOut)) return;
        context.report({
          node: fanOut.node,
          messageId: 'hazard',
          data: { combinator: fanOut.combinator },
        });
      },
    }),
});

/** What makes it wrong. */
function isHazard(fanOut: FanOut): boolean {
  return fanOut.starts.some(start => start.size === 'data');
}
`;
}

function testOf(name) {
  return `import rule from '../../src/rules/${name}.js';
import { testRule } from '../typed-rule-tester.js';

testRule('${name}', rule, {
  invalid: [
    {
      name: 'a list as long as the data',
      code: \`export const f = (urls: string[]) => Promise.all(urls.map(url => fetch(url)));\`,
      errors: [{ messageId: 'hazard', data: { combinator: 'Promise.all' }, line: 1, column: 38 }],
    },
  ],
  valid: [
    {
      name: 'a list written in the code',
      code: \`export const f = () => Promise.all(['https://a.example'].map(url => fetch(url)));\`,
    },
  ],
});
`;
}

function pageOf(name) {
  return `# concurrency/${name}

<!-- end auto-generated rule header -->

## Why

What goes wrong in production, and why no test shows it.

## Incorrect

\`\`\`ts
export async function check(urls: string[]): Promise<Response[]> {
  return Promise.all(urls.map(url => fetch(url)));
}
\`\`\`

## Correct

\`\`\`ts
const urls = ['https://a.example', 'https://b.example'];

export async function check(): Promise<Response[]> {
  return Promise.all(urls.map(url => fetch(url)));
}
\`\`\`

## Libraries understood

Which packages it knows, and what of them.

## Options

None.

## When it stays silent

What looks alike and is right.

## When not to use it

Where the hazard is none.

## Known misses

What it cannot see.
`;
}
