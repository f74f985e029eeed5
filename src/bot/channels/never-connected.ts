/** Errors of a connection that was never made: what was to be said over it certainly did not arrive. */
const codes =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;

export const neverConnected = (cause: unknown): boolean =>
  codes.test(cause instanceof Error && "code" in cause ? String(cause.code) : "");
