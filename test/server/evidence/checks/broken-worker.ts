/** A thread that fails at once. */
throw new Error('no such picture');
