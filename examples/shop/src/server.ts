import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { estimateDelivery, trackOrder } from './orders/track-order.js';
import { sendCreditNote, sendInvoice } from './reports/render-invoice.js';

// Start-up code may block: the server is not listening yet, so nobody waits for these two reads.
const tls = { key: readFileSync('certs/shop.key'), cert: readFileSync('certs/shop.crt') };

async function handle(request: IncomingMessage, response: ServerResponse, signal: AbortSignal) {
  const url = new URL(request.url ?? '/', 'https://shop.example');
  const id = url.searchParams.get('id') ?? '';

  switch (`${request.method} ${url.pathname}`) {
    case 'GET /invoice':
      return await sendInvoice(id, response);
    case 'GET /credit-note':
      return await sendCreditNote(id, response);
    case 'GET /tracking':
      return void response.end(JSON.stringify(await trackOrder({ trackingNumber: id, signal })));
    case 'GET /delivery':
      return void response.end(JSON.stringify(await estimateDelivery({ trackingNumber: id, signal })));
    default:
      response.writeHead(404).end();
  }
}

const server = createServer(tls, (request, response) => {
  const closed = new AbortController();
  response.once('close', () => closed.abort());

  handle(request, response, closed.signal).catch((error: unknown) => {
    if (closed.signal.aborted) return;
    console.error(error);
    response.writeHead(500).end();
  });
});

server.listen(8443);
