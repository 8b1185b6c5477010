/** Exit codes of every command; part of the public contract. */
export const EXIT = { done: 0, failed: 1, usage: 2, quarantined: 3 } as const;

/**
 * A failure the user can act on. The message says subject, expected, found and what to do next, and never
 * holds report text. It is printed without a stack. Any other error is a
 * mistake of the program: of it the stack is printed, without its message (mistake.ts).
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  constructor(
    message: string,
    readonly exitCode: number = EXIT.failed,
  ) {
    super(message);
  }
}

/** A command line that cannot be understood (exit code 2). */
export function usageError(message: string): UserError {
  return new UserError(message, EXIT.usage);
}
