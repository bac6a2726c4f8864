/** The longest name of a plan, in characters as JavaScript counts them. */
export const PLAN_NAME_LENGTH = 80
