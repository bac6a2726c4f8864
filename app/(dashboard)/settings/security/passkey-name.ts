/** The longest name of a passkey, in characters as JavaScript counts them. */
export const PASSKEY_NAME_LENGTH = 80
