// Rules that do what no rule may, in files that ask for it.
const rule = create => ({ meta: { schema: [], messages: { noise: 'A call.' } }, create });

function busy(milliseconds) {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

export default {
  rules: {
    throws: rule(() => ({
      'CallExpression[callee.name="explode"]'(node) {
        throw new TypeError(`Cannot read properties of ${node.callee.name}`);
      },
    })),
    dawdles: rule(() => ({
      Program: () => busy(4),
      'CallExpression[callee.name="dawdle"]': () => busy(800),
    })),
    hangs: rule(() => ({
      'CallExpression[callee.name="hang"]': () => busy(Infinity),
    })),
    // Reports whatever has the name, resolved or not.
    guesses: rule(context => ({
      'CallExpression[callee.property.name="query"]': node => context.report({ node, messageId: 'noise' }),
    })),
  },
};
