export { default as render, loadTemplate as load } from './templates.js';
export * as templates from './templates.js';
