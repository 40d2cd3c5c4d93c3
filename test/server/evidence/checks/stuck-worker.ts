/** A thread that never answers. */
const never = new Int32Array(new SharedArrayBuffer(4));
Atomics.wait(never, 0, 0);
