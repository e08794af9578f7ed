import { readFileSync } from 'node:fs';

export const template = (name: string): string => readFileSync(`templates/${name}`, 'utf8');
