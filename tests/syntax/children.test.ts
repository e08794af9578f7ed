/** What stands below a node. */
import type { TSESTree } from '@typescript-eslint/utils';
import { describe, expect, it } from 'vitest';
import { childrenOf } from '../../src/syntax/children.js';
import { isCallOf, nodeIn } from './node-in.js';

describe('the nodes that the argument of a call holds', () => {
  it.each([
    ['name', []],
    ["'text'", []],
    ['null', []],
    ['/a/g', []],
    ['10n', []],
    ['user.name', ['Identifier', 'Identifier']],
    ['[first, , ...rest]', ['Identifier', 'SpreadElement']],
    ['{ a: 1, b }', ['Property', 'Property']],
    ['`${a} of ${b}`', ['Identifier', 'Identifier', 'TemplateElement', 'TemplateElement', 'TemplateElement']],
    ['a ? b : c()', ['CallExpression', 'Identifier', 'Identifier']],
    ['(a, b = 1) => { run(); }', ['AssignmentPattern', 'BlockStatement', 'Identifier']],
    ['value as Row', ['Identifier', 'TSTypeReference']],
  ])('%s', (argument, expected) => {
    const [node] = nodeIn(`batch(${argument});`, isCallOf('batch')).arguments;
    if (!node) throw new Error('no argument');
    const children = childrenOf(node);
    expect(children.map(({ type }) => type).sort()).toEqual(expected);
    expect(children.every(child => child.parent === node)).toBe(true);
  });

  it('does not hold what it stands in', () => {
    const call = nodeIn('run(() => batch(first));', isCallOf('batch'));
    const parent: TSESTree.Node = call.parent;
    expect(parent.type).toBe('ArrowFunctionExpression');
    expect(childrenOf(call)).not.toContain(parent);
  });
});
