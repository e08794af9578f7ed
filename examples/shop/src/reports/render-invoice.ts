import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { pool } from '../db.js';

interface OrderRow {
  id: string;
  issued: string;
  total: string;
}

const TEMPLATES = new URL('../../templates/', import.meta.url);

// Read once while the process starts, when no request is waiting yet.
const STYLES = readFileSync(new URL('print.css', TEMPLATES), 'utf8');

function fill(template: string, order: OrderRow): string {
  return template.replace(/\{(id|issued|total)\}/g, (_, key: keyof OrderRow) => order[key]);
}

function page(...sections: string[]): string {
  return `<!doctype html><style>${STYLES}</style>${sections.join('\n')}`;
}

async function findOrder(orderId: string): Promise<OrderRow> {
  const result = await pool.query<OrderRow>('SELECT id, issued, total FROM orders WHERE id = $1', [orderId]);
  if (!result.rows[0]) throw new Error(`No order ${orderId}`);
  return result.rows[0];
}

function loadTemplate(name: string): string {
  return readFileSync(new URL(`${name}.html`, TEMPLATES), 'utf8');
}

function renderSection(name: string, order: OrderRow): string {
  return fill(loadTemplate(name), order);
}

function renderInvoice(order: OrderRow): string {
  return page(renderSection('letterhead', order), renderSection('invoice', order));
}

// Nothing here looks blocking, yet three helpers down the disk is read synchronously: while one invoice is
// rendered, no other request of the whole process moves.
export async function sendInvoice(orderId: string, response: ServerResponse): Promise<void> {
  const order = await findOrder(orderId);
  // reported: no-blocking-call-in-async
  response.end(renderInvoice(order));
}

async function renderCreditNote(order: OrderRow): Promise<string> {
  const [letterhead, note] = await Promise.all([
    readFile(new URL('letterhead.html', TEMPLATES), 'utf8'),
    readFile(new URL('credit-note.html', TEMPLATES), 'utf8'),
  ]);
  return page(fill(letterhead, order), fill(note, order));
}

// The same work with `fs/promises`: other requests are served while the disk answers.
export async function sendCreditNote(orderId: string, response: ServerResponse): Promise<void> {
  const order = await findOrder(orderId);
  response.end(await renderCreditNote(order));
}
