import { isEmailAddress } from '#shared/domain/email-address.ts'
import { linkProblem } from '#shared/domain/link.ts'
import type { AccountKind, Cloud, UserRole } from '#shared/domain/cloud.ts'
import type { CommandInput } from '#shared/protocol.ts'
import type { Account } from '#renderer/parts/scope.tsx'
import type { CommandError } from '#renderer/state/client.ts'

/** The editor's fields as they are typed: text, with nothing meaning an empty one. */
export type AccountForm = {
  readonly companyName: string
  readonly cloud: Cloud
  readonly kind: AccountKind
  readonly tenantId: string
  readonly partnerId: string
  readonly userRole: UserRole
  readonly market: string
  readonly isDelinquent: boolean
  readonly senderName: string
  readonly senderEmail: string
  readonly senderPhone: string
  readonly link: string
}

/** A field of the form that cannot be taken; `required` is the company name missing altogether. */
export type AccountProblem = keyof AccountForm | 'required'

/** The form of an account as it stands, or an empty one. */
export function formOf(account: Account | undefined): AccountForm {
  return {
    companyName: account?.companyName ?? '',
    cloud: account?.cloud ?? '21vianet',
    kind: account?.kind ?? 'direct',
    tenantId: account?.tenantId ?? '',
    partnerId: account?.partnerId ?? '',
    userRole: account?.userRole ?? 'unknown',
    market: account?.market ?? '',
    isDelinquent: account?.isDelinquent ?? false,
    senderName: account?.senderName ?? '',
    senderEmail: account?.senderEmail ?? '',
    senderPhone: account?.senderPhone ?? '',
    link: account?.link?.link ?? '',
  }
}

/** What can be seen to be wrong before asking main, which judges everything else. */
export function problemsOf(form: AccountForm): readonly AccountProblem[] {
  const problems: AccountProblem[] = []
  if (form.companyName.trim() === '') {
    problems.push('required')
  }
  if (form.senderEmail.trim() !== '' && !isEmailAddress(form.senderEmail.trim())) {
    problems.push('senderEmail')
  }
  if (form.market.trim() !== '' && !/^[a-z]{2}$/i.test(form.market.trim())) {
    problems.push('market')
  }
  if (form.link !== '' && linkProblem(form.link) !== null) {
    problems.push('link')
  }
  return problems
}

/** The fields main refused. */
export function refusedFields(error: CommandError | null): readonly AccountProblem[] {
  if (error === null) {
    return []
  }
  if (error.code === 'LINK_INVALID') {
    return ['link']
  }
  if (error.code === 'RECIPIENT_INVALID') {
    return ['senderEmail']
  }
  const fields = error.data['fields']
  return error.code === 'INVALID_INPUT' && Array.isArray(fields) ? (fields as AccountProblem[]) : []
}

/** A new account as main takes it: fields left empty are left out. */
export function creationOf(form: AccountForm): CommandInput<'account.create'> {
  const { companyName, cloud, kind, userRole, isDelinquent, ...optional } = form
  const given = Object.entries(optional).filter(([, value]) => value.trim() !== '')
  return { companyName, cloud, kind, userRole, isDelinquent, ...Object.fromEntries(given) }
}

/** A change of an account as main takes it: fields left empty are cleared. */
export function changeOf(accountId: string, form: AccountForm): CommandInput<'account.update'> {
  const orNull = (value: string) => (value.trim() === '' ? null : value)
  return {
    ...form,
    accountId,
    tenantId: orNull(form.tenantId),
    partnerId: orNull(form.partnerId),
    market: orNull(form.market),
    link: orNull(form.link),
  }
}
