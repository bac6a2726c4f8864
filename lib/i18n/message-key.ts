import type { MessageKeys, Messages, NestedKeyOf } from 'next-intl'

/** The full key of a message, as a server action names it for a field. */
export type MessageKey = MessageKeys<Messages, NestedKeyOf<Messages>>
