// A call that holds the event loop, behind a helper; the same at start-up is left alone.
import { createServer } from 'node:http';
import { template } from '@stock/files/template.js';

const styles = template('styles.css');

createServer(async (request, response) => {
  const body = await new Promise<string>(resolve => {
    request.once('data', (chunk: Buffer) => {
      resolve(chunk.toString());
    });
  });
  response.end(styles + template('invoice.html') + body);
}).listen(8080);
