import { RULES, type Rules } from '../../server/limits/rules.ts';

/** One machine is all the shoppers at once: limits would only say so. */
export const ROOMY = Object.fromEntries(Object.keys(RULES).map((kind) => [kind, { burst: 1e9, refillMs: 1 }])) as Rules;
