// What a coding agent is handed: the findings of `@eslint/mcp`, which it reads without a page or a picture.
import { spawn } from 'node:child_process';

/** Calls the server's one tool on a file and returns what it answers, as ESLint's results. */
export async function lintedByMcp(script, folder, file) {
  const server = spawn(process.execPath, [script], { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
  const send = message => server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  try {
    const answer = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('no answer')), 120_000).unref();
      let text = '';
      server.stdout.on('data', chunk => {
        text += chunk;
        const lines = text.split('\n');
        text = lines.pop();
        for (const message of lines.map(line => JSON.parse(line)))
          if (message.id === 2) resolve(message.result);
      });
    });
    send({
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2024-11-05', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
    });
    send({ method: 'notifications/initialized' });
    send({ id: 2, method: 'tools/call', params: { name: 'lint-files', arguments: { filePaths: [file] } } });
    const { content } = await answer;
    const texts = content.map(({ text }) => text);
    return texts.flatMap(text => {
      try {
        return [JSON.parse(text)].flat();
      } catch {
        return [];
      }
    });
  } finally {
    server.kill();
  }
}

/** What an agent lacks in a finding to act on it; nothing where it says what happens, what to do, and has the edit. */
export function lacking([result]) {
  const messages = result?.messages ?? [];
  const missing = [];
  const left = messages.find(({ ruleId }) => ruleId === 'concurrency/require-signal-forwarding');
  const endless = messages.find(({ ruleId }) => ruleId === 'concurrency/require-timeout');
  if (!left?.fix) missing.push('the fix');
  if (!endless?.suggestions?.[0]?.fix || !endless.suggestions[0].desc)
    missing.push('the suggestion with its edit');
  for (const { ruleId, message } of messages) {
    // One sentence for what happens, with the callee, and one for what to do instead.
    if (!/^[^\n]*`[^`]+`[^\n]*\. [A-Z][^\n]*$/.test(message))
      missing.push(`two sentences on one line: ${ruleId}`);
  }
  return missing;
}
