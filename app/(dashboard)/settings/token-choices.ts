/** The longest name of a token, in characters as JavaScript counts them. */
export const TOKEN_NAME_LENGTH = 80
/** For how long a new token is valid; null: without end. */
export const TOKEN_DAYS = [30, 90, 365, null] as const
export const USUAL_DAYS = 90
