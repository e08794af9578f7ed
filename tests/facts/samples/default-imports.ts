import load, { server } from './default-export.js';
import answer from './default-export-served.js';
import express from 'express';

export async function start(): Promise<void> {
  await load('routes');
  server.listen(80);
}

export const one = answer('at the top level');
express().get('/', (_request, response) => void response.json({ two: answer('for a request') }));
