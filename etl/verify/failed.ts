import { UserError } from '../error.js';

/** The error of a build that cannot show that it is whole. */
export function failed(message: string): UserError {
  return new UserError(
    `${message}; the build is not published and the earlier warehouse is as it was. This is a fault of the tool: please file an issue, without any row of the data.`,
  );
}
