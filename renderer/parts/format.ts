import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { civilDateOf, daysBetween } from '#shared/domain/civil-date.ts'
import { useAsOf } from '#renderer/state/as-of.ts'

/** Numbers in the window's language, dates always ISO, and how far a date is from today. */
export type Format = {
  readonly number: (value: number) => string
  /** Alternatives as a sentence lists them: "a, b, or c". */
  readonly list: (values: readonly string[]) => string
  /** The civil date of an instant where the user is. */
  readonly date: (instant: string) => string
  /** The same with hours and minutes. */
  readonly time: (instant: string) => string
  /** Days from today to a civil date; negative when it has passed. */
  readonly daysTo: (date: string) => number
  /** "in 12 days", "today", "3 days ago". */
  readonly relative: (date: string) => string
}

/** A thing made once for each language: those of Intl take milliseconds to make, which the first screen has not. */
function once<T>(make: (language: string) => T): (language: string) => T {
  const made = new Map<string, T>()
  return (language) => {
    const known = made.get(language) ?? make(language)
    made.set(language, known)
    return known
  }
}

const numbersOf = once((language) => new Intl.NumberFormat(language))
const listsOf = once((language) => new Intl.ListFormat(language, { type: 'disjunction' }))

/** The formats of the window's language. */
export function useFormat(): Format {
  const { t, i18n } = useTranslation()
  // An earlier day counts from itself.
  const asOf = useAsOf()
  return useMemo(() => {
    const numbers = numbersOf(i18n.language)
    const date = (instant: string) => civilDateOf(new Date(instant))
    const daysTo = (day: string) => daysBetween(asOf ?? civilDateOf(new Date()), day)
    return {
      number: (value) => numbers.format(value),
      list: (values) => listsOf(i18n.language).format(values),
      date,
      time: (instant) => {
        const at = new Date(instant)
        const two = (value: number) => String(value).padStart(2, '0')
        return `${date(instant)} ${two(at.getHours())}:${two(at.getMinutes())}`
      },
      daysTo,
      relative: (day) => {
        const days = daysTo(day)
        if (days === 0) {
          return t('common.today')
        }
        return days > 0 ? t('common.daysLeft', { count: days }) : t('common.daysAgo', { count: -days })
      },
    }
  }, [t, i18n.language, asOf])
}
