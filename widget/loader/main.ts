/**
 * The script an owner pastes. It runs once however often it is included, answers what the page asked before it came,
 * and leaves one global. The page may have tampered with its prototypes, so we keep to syntax where we can: indexed
 * loops, no array methods, no spread of arrays, no `for…of`, no JSON.
 */
import { createApi } from './api.ts';
import { findScript } from './script.ts';

const early = window.Tracewell;
if (!early?.live) {
  const api = (window.Tracewell = createApi(findScript()));
  for (let i = 0, call; (call = early?.q?.[i]); i++) api(call[0], call[1], call[2]);
  window.dispatchEvent(new Event('tracewell:ready'));
}
