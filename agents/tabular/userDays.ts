/** More days of users than this are not remembered; one takes 8 to 12 bytes. */
const MAX_USER_DAYS = 50_000_000;

/**
 * How many user-days an agent has to remember.
 *
 * @param agent its name, for the error
 * @throws RangeError if they are too many
 */
export function userDays(agent: string, users: number, days: number): number {
  if (users * days <= MAX_USER_DAYS) return users * days;
  throw new RangeError(
    `${agent} would remember ${days} days of ${users} users, at most ${MAX_USER_DAYS} user-days; use fewer users`,
  );
}
