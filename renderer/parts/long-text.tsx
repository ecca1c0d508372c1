import { makeStyles, Text, Textarea, tokens, type TextareaProps } from '@fluentui/react-components'
import { useState, type ClipboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', width: '100%' },
  refused: { color: tokens.colorStatusDangerForeground1, marginTop: tokens.spacingVerticalXXS },
})

type LongTextProps = TextareaProps & {
  /** How many characters (UTF-16 units) the contract takes. */
  readonly most: number
  /** What to do with a text that does not fit, as a sentence. */
  readonly advice?: string
}

/** A text of several lines: a copy that does not fit is refused whole and said, where browsers would cut it in silence. */
export function LongText({ most, advice, ...props }: LongTextProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const [refused, setRefused] = useState<number | null>(null)

  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const { value, selectionStart, selectionEnd } = event.currentTarget
    const copied = event.clipboardData.getData('text').replaceAll('\r\n', '\n')
    const fits = value.length - (selectionEnd - selectionStart) + copied.length <= most
    setRefused(fits ? null : copied.length)
    if (!fits) {
      event.preventDefault()
    }
  }

  return (
    <span className={styles.root}>
      <Textarea
        {...props}
        maxLength={most}
        onPaste={paste}
        onChange={(event, data) => {
          setRefused(null)
          props.onChange?.(event, data)
        }}
      />
      {refused !== null && (
        <Text role="alert" size={200} className={styles.refused}>
          {t('common.pasteTooLong', { length: refused, most })}
          {advice !== undefined && `${t('common.sentenceGap')}${advice}`}
        </Text>
      )}
    </span>
  )
}
