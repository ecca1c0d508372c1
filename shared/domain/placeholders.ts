import type { InvitationSender } from './invitation-message.ts'

/** What may stand in `{{…}}` in a template: a fact of the customer, the account or its sender. */
export const placeholders = [
  'customer',
  'domain',
  'company',
  'sender',
  'email',
  'phone',
  'partner-id',
] as const
export type Placeholder = (typeof placeholders)[number]

/** The facts a template is filled with for one customer; an empty one is an error where a template asks for it. */
export type PlaceholderFacts = { readonly [P in Placeholder]: string }

/** Chinese names of the same placeholders, so that a Chinese template reads as Chinese. */
const chineseNames: { readonly [P in Placeholder]: string } = {
  customer: '客户',
  domain: '域名',
  company: '公司',
  sender: '发件人',
  email: '邮箱',
  phone: '电话',
  'partner-id': '合作伙伴ID',
}

/** The name of a placeholder as a template in this language writes it, with its braces. */
export function placeholderText(placeholder: Placeholder, isChinese: boolean): string {
  return `{{${isChinese ? chineseNames[placeholder] : placeholder}}}`
}

/** What keeps a template from being filled in: a name nobody knows, or a fact that is empty here. */
export type PlaceholderProblem = {
  readonly reason: 'unknown' | 'empty'
  /** As it stands in the text, without braces. */
  readonly name: string
}

const hole = /\{\{([^{}]*)\}\}/g

/** The placeholders of a text that no template can fill, each once. */
export function unknownPlaceholders(text: string): readonly string[] {
  const names = [...text.matchAll(hole)].map(([, name = '']) => name.trim())
  return [...new Set(names.filter((name) => placeholderOf(name) === null))]
}

/**
 * Fills in a template. What a fact says is never read as a template again, so no customer's name can ask for another
 * fact. Answers with the text, or with every problem there is: a mail with a hole in it never leaves the program.
 */
export function fillTemplate(
  text: string,
  facts: PlaceholderFacts,
): { readonly text: string; readonly problems: readonly PlaceholderProblem[] } {
  const problems: PlaceholderProblem[] = []
  const note = (reason: PlaceholderProblem['reason'], name: string) => {
    if (!problems.some((problem) => problem.name === name)) {
      problems.push({ reason, name })
    }
  }
  const filled = text.replace(hole, (whole, inner: string) => {
    const name = inner.trim()
    const placeholder = placeholderOf(name)
    if (placeholder === null) {
      note('unknown', name)
      return whole
    }
    const value = facts[placeholder].trim()
    if (value === '') {
      note('empty', name)
      return whole
    }
    return value
  })
  return { text: filled, problems }
}

function placeholderOf(name: string): Placeholder | null {
  const folded = name.toLowerCase()
  return placeholders.find((each) => each === folded || chineseNames[each].toLowerCase() === folded) ?? null
}

/** The facts a template is filled with for one customer. */
export function placeholderFacts(
  sender: InvitationSender,
  customerName: string,
  domain: string,
): PlaceholderFacts {
  return {
    customer: customerName,
    domain,
    company: sender.companyName,
    sender: sender.senderName,
    email: sender.senderEmail,
    phone: sender.senderPhone,
    'partner-id': sender.partnerId ?? '',
  }
}
