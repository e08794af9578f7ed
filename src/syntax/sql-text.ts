/** Stand-in until the tokenizer lands: the kind of a statement by its first word. To be replaced whole. */
export interface SqlStatement {
  readonly kind: string;
}
/** The statements of a text. */
export function statementsOf(text: string): readonly SqlStatement[] {
  return text.split(';').map(part => ({ kind: /^\s*(?:begin|start\s+transaction)/i.test(part) ? 'begin' : 'other' }));
}
