// Rules whose repairs are wrong on purpose: each says in its name what becomes of the code.
const repair = (meta, made) => ({
  meta: { type: 'problem', schema: [], messages: { found: 'Found.', repair: 'Repair it.' }, ...meta },
  create: context => ({
    CallExpression(node) {
      if (node.callee.type !== 'Identifier' || node.callee.name !== meta.name) return;
      context.report({ node, messageId: 'found', ...made(node, context) });
    },
  }),
});
const suggest = fix => ({ suggest: [{ messageId: 'repair', fix }] });

export default {
  rules: {
    'fixes-well': repair({ name: 'well', fixable: 'code' }, node => ({
      fix: fixer => fixer.replaceText(node.callee, 'better'),
    })),
    'fixes-to-a-wrong-type': repair({ name: 'wrong', fixable: 'code' }, node => ({
      fix: fixer => fixer.replaceText(node, "'text'"),
    })),
    'never-ends': repair({ name: 'endless', fixable: 'code' }, node => ({
      fix: fixer => fixer.insertTextBefore(node, '+ '),
    })),
    'suggests-well': repair({ name: 'well', hasSuggestions: true }, node =>
      suggest(fixer => fixer.replaceText(node.callee, 'better')),
    ),
    'breaks-another-file': repair({ name: 'exported', hasSuggestions: true }, node =>
      suggest(fixer => fixer.insertTextBefore(node, 'Math.random() > 2 && ')),
    ),
    silent: repair({ name: 'nothing' }, () => ({})),
  },
};
