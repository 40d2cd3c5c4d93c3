/** Raised when a client of the previous version could no longer be understood. */
export const PROTOCOL_VERSION = 1;
