export const NOTE_LENGTH = 80
