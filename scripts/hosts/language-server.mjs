// A client of language servers over stdio, as much of one as it takes to do what somebody does in an editor.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const patience = 60_000;

/** Text with edits applied, the last first. */
export function applied(text, edits) {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const offset = ({ line, character }) => starts[line] + character;
  const sorted = [...edits].sort((a, b) => offset(b.range.start) - offset(a.range.start));
  let made = text;
  for (const { range, newText } of sorted)
    made = made.slice(0, offset(range.start)) + newText + made.slice(offset(range.end));
  return made;
}

/** A server that runs, with one folder open. */
export class LanguageServer {
  #process;
  #buffer = Buffer.alloc(0);
  #lastId = 0;
  #asked = new Map();
  #published = new Map();
  #waiting = new Map();
  #edits = [];
  #versions = new Map();
  #settings;
  capabilities;

  constructor(command, args, folder, settings) {
    this.folder = folder;
    this.#settings = settings;
    this.#process = spawn(command, args, { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
    this.#process.stdout.on('data', chunk => this.#receive(chunk));
  }

  async open(initializationOptions) {
    const uri = pathToFileURL(this.folder).href;
    const quickfix = { valueSet: ['quickfix', 'source.fixAll.eslint'] };
    const { capabilities } = await this.request('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'fixture' }],
      initializationOptions,
      capabilities: {
        workspace: { configuration: true, applyEdit: true, workspaceEdit: { documentChanges: true } },
        textDocument: {
          publishDiagnostics: { codeDescriptionSupport: true },
          codeAction: { codeActionLiteralSupport: { codeActionKind: quickfix } },
        },
      },
    });
    this.capabilities = capabilities;
    this.#send({ method: 'initialized', params: {} });
    this.#send({ method: 'workspace/didChangeConfiguration', params: { settings: {} } });
  }

  /** The diagnostics of a file whose text is this, and how long they took in milliseconds. */
  async diagnostics(file, text) {
    const uri = pathToFileURL(file).href;
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    const started = performance.now();
    const pulls = this.capabilities.diagnosticProvider !== undefined;
    const published = pulls ? undefined : this.#nextPublished(uri);
    if (version === 1) {
      const document = { uri, languageId: 'typescript', version, text };
      this.#send({ method: 'textDocument/didOpen', params: { textDocument: document } });
    } else {
      const params = { textDocument: { uri, version }, contentChanges: [{ text }] };
      this.#send({ method: 'textDocument/didChange', params });
    }
    const items = pulls
      ? (await this.request('textDocument/diagnostic', { textDocument: { uri } })).items
      : await published;
    return { items, milliseconds: performance.now() - started };
  }

  /** What can be done about a diagnostic. */
  async actions(file, diagnostic) {
    const textDocument = { uri: pathToFileURL(file).href };
    const context = { diagnostics: [diagnostic] };
    return (
      (await this.request('textDocument/codeAction', { textDocument, range: diagnostic.range, context })) ??
      []
    );
  }

  /** The edits of an action, as the server asks for them or as the action carries them. */
  async edits(action) {
    this.#edits = [];
    if (action.command)
      await this.request('workspace/executeCommand', {
        command: action.command.command,
        arguments: action.command.arguments,
      });
    const all = [...this.#edits, ...(action.edit ? [action.edit] : [])];
    return all.flatMap(({ changes = {}, documentChanges = [] }) => [
      ...Object.values(changes).flat(),
      ...documentChanges.flatMap(({ edits }) => edits),
    ]);
  }

  async close() {
    await Promise.race([this.request('shutdown'), new Promise(resolve => setTimeout(resolve, 2000))]);
    this.#send({ method: 'exit' });
    this.#process.kill();
  }

  request(method, params) {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no answer to ${method}`)), patience);
      this.#asked.set(id, ({ error, result }) => {
        clearTimeout(timer);
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result);
      });
      this.#send({ id, method, params });
    });
  }

  #nextPublished(uri) {
    this.#published.delete(uri);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('no diagnostics')), patience);
      this.#waiting.set(uri, items => {
        clearTimeout(timer);
        resolve(items);
      });
    });
  }

  #send(message) {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#process.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  #receive(chunk) {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const end = this.#buffer.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#buffer.subarray(0, end).toString())?.[1]);
      if (this.#buffer.length < end + 4 + length) return;
      const message = JSON.parse(this.#buffer.subarray(end + 4, end + 4 + length).toString());
      this.#buffer = this.#buffer.subarray(end + 4 + length);
      this.#on(message);
    }
  }

  #on({ id, method, params, ...answer }) {
    if (method === undefined) {
      this.#asked.get(id)?.(answer);
      this.#asked.delete(id);
    } else if (id !== undefined) {
      this.#send({ id, result: this.#answerTo(method, params) });
    } else if (method === 'textDocument/publishDiagnostics') {
      this.#waiting.get(params.uri)?.(params.diagnostics);
      this.#waiting.delete(params.uri);
    }
  }

  #answerTo(method, params) {
    if (method === 'workspace/configuration') return params.items.map(() => this.#settings);
    if (method === 'workspace/applyEdit') {
      this.#edits.push(params.edit);
      return { applied: true };
    }
    return null;
  }
}

/** The text of a file. */
export const textOf = file => readFileSync(file, 'utf8');
