import type { IsoDate } from '@/lib/core/units'

/**
 * Calendar arithmetic in integers, for loops over decades: `daysBefore` of units.ts goes by an instant and takes ten times as long. Days are counted
 * from 0000-03-01 of the Gregorian calendar, so that a leap day is the last of its year. Years 0000 to 9999.
 */
const DAYS_OF_400_YEARS = 146_097
const DAYS_OF_100_YEARS = 36_524
const DAYS_OF_4_YEARS = 1_461
/** 0000-03-01 was a Wednesday. */
const DAYS_TO_FIRST_FRIDAY = 2
const WEEK = 7

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`)
/** Days before a month of a year that begins in March. */
const daysBeforeMonth = (month: number): number => Math.floor((153 * month + 2) / 5)

const ZERO = 48
const digit = (date: IsoDate, at: number): number => date.charCodeAt(at) - ZERO
const pair = (date: IsoDate, at: number): number => digit(date, at) * 10 + digit(date, at + 1)

export function dayNumber(date: IsoDate): number {
  const month = pair(date, 5)
  const fromMarch = (month + 9) % 12
  const year = pair(date, 0) * 100 + pair(date, 2) - (month <= 2 ? 1 : 0)
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return year * 365 + leapDays + daysBeforeMonth(fromMarch) + pair(date, 8) - 1
}

export function dateOfDay(day: number): IsoDate {
  const era = Math.floor(day / DAYS_OF_400_YEARS)
  const ofEra = day - era * DAYS_OF_400_YEARS
  const leaps = Math.floor(ofEra / (DAYS_OF_4_YEARS - 1)) - Math.floor(ofEra / DAYS_OF_100_YEARS)
  const yearOfEra = Math.floor((ofEra - leaps + Math.floor(ofEra / (DAYS_OF_400_YEARS - 1))) / 365)
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * ofYear + 2) / 153)
  const month = ((fromMarch + 2) % 12) + 1
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(ofYear - daysBeforeMonth(fromMarch) + 1)}` as IsoDate
}

/** The calendar date so many days later, or earlier when negative. */
export const shifted = (date: IsoDate, days: number): IsoDate => dateOfDay(dayNumber(date) + days)

/** The last Friday that is not after a date. */
export function fridayUntil(date: IsoDate): IsoDate {
  const day = dayNumber(date)
  return dateOfDay(day - ((((day - DAYS_TO_FIRST_FRIDAY) % WEEK) + WEEK) % WEEK))
}

export const nextFriday = (friday: IsoDate): IsoDate => shifted(friday, WEEK)

/** The first Friday after a date: the one that may use an observation of that date. */
export const fridayAfter = (date: IsoDate): IsoDate => nextFriday(fridayUntil(date))
