import { createHash } from 'node:crypto'
import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import type { RenewalRow } from '#shared/contract/renewal.ts'
import type { Language } from '#shared/domain/cloud.ts'
import { outcomeText } from '#shared/domain/outcome-text.ts'
import type { DeepReadonly } from '#shared/protocol.ts'
import type { Texts } from './texts.ts'

/** A renewal with how often its event has left the program before this time. */
export type CalendarRenewal = { readonly row: DeepReadonly<RenewalRow>; readonly sequence: number }

export type CalendarOptions = {
  readonly name: string
  /** Reminders, in days before the end. */
  readonly alarms: readonly number[]
  readonly now: Date
  readonly language: Language
  readonly texts: Texts
}

/**
 * Writes renewals as a calendar file: one whole day each, of which no zone can make another day. A renewal keeps its
 * UID for ever and its SEQUENCE grows, so that a calendar that reads the file again moves its events (RFC 5545, 3.8.7.4).
 */
export function writeCalendar(renewals: readonly CalendarRenewal[], options: CalendarOptions): Uint8Array {
  const { texts, now } = options
  const calendar = ical({
    name: options.name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: {
      company: 'Multi-Partner Desk',
      product: 'Renewals',
      language: options.language.slice(0, 2).toUpperCase(),
    },
  })
  for (const { row, sequence } of renewals) {
    if (row.endDate !== null) {
      const { customerName, offer, quantity } = row
      const seats =
        quantity === null ? texts('renewals.seatsUnknown') : texts('renewals.seats', { count: quantity })
      const summary = texts('calendarFile.summary', { customer: customerName, offer, seats })
      const event = calendar.createEvent({
        id: eventId(row.accountId, row.key),
        sequence,
        stamp: now,
        lastModified: now,
        start: new Date(`${row.endDate}T00:00:00Z`),
        allDay: true,
        summary,
        description: describe(row, texts),
        // A deadline makes nobody busy.
        transparency: ICalEventTransparency.TRANSPARENT,
      })
      for (const days of options.alarms) {
        event.createAlarm({
          type: ICalAlarmType.display,
          triggerBefore: days * 86_400,
          description: summary,
        })
      }
    }
  }
  return Buffer.from(calendar.toString(), 'utf8')
}

/** The event's name for ever: the same subscription of the same account, whatever else changes. */
export function eventId(accountId: string, key: string): string {
  const digest = createHash('sha256').update(`${accountId} ${key}`).digest('hex')
  return `${digest.slice(0, 32)}@multi-partner-desk`
}

function describe(row: DeepReadonly<RenewalRow>, texts: Texts): string {
  const { deadline, evidence } = row
  const zone = deadline?.zone === 'Asia/Shanghai' ? texts('renewals.zones.beijing') : deadline?.zone
  return [
    outcomeText(row.outcome, row.quantity, texts),
    ...(deadline === null
      ? []
      : [
          texts('renewals.deadline.lastSafe', { date: deadline.lastSafeDay }),
          texts('renewals.deadline.local', { time: deadline.local, zone }),
          texts('renewals.deadline.utc', { time: deadline.utc }),
        ]),
    texts('calendarFile.source', { file: evidence.fileName, date: evidence.confirmedAt.slice(0, 10) }),
  ].join('\n')
}
