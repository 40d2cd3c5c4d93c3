/** The two ways around a rating; they are choices of its prompt, and the form draws them in places of their own. */
export const SKIP = 'skip';
export const NOT_SETTLED = 'notSettled';
