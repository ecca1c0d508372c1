/** What can go wrong before a file to be read is at hand. */
export const fileChoiceErrors = [
  'CANCELLED',
  'FILE_REQUIRED',
  'FILE_GRANT_INVALID',
  'FILE_NOT_FOUND',
  'FILE_NOT_READABLE',
  'FILE_TOO_LARGE',
] as const

/** Why a file is refused as a whole. */
export const fileRefusals = [
  'FILE_EMPTY',
  'FILE_NO_ROWS',
  'FILE_NOT_A_TABLE',
  'FILE_DAMAGED',
  'FILE_JSON_INVALID',
  'FILE_ENCODING',
  'FILE_QUOTE_OPEN',
  'FILE_COLUMNS_MISSING',
  'FILE_COLUMNS_DUPLICATE',
  'FILE_LIMIT',
  'FILE_SHAPE_UNKNOWN',
  'FILE_READER_FAILED',
] as const

/**
 * Every error code the program can answer with; the catalogues in `shared/locales` must have a text for each, or
 * they do not compile.
 */
export const errorCodes = [
  // The frame: produced by the router and the shell, never by a handler.
  'UNTRUSTED_SENDER',
  'UNKNOWN_NAME',
  'INVALID_INPUT',
  'TOO_LARGE',
  'INTERNAL',
  'SHUTTING_DOWN',
  // The page, while it reads an earlier day.
  'PAST_READ_ONLY',
  // Files
  ...fileChoiceErrors,
  'FILE_NOT_WRITABLE',
  'NOT_AVAILABLE_HERE',
  'PRINT_FAILED',
  // Import: the whole file is refused, nothing is written
  ...fileRefusals,
  'PREVIEW_NOT_FOUND',
  'IMPORT_NOT_FOUND',
  'IMPORT_NOT_LAST',
  'IMPORT_BEFORE_HISTORY',
  'IMPORT_RUNNING',
  'SOURCE_NOT_FOUND',
  // Records
  'ACCOUNT_NOT_FOUND',
  'ACCOUNT_IN_USE',
  'CUSTOMER_NOT_FOUND',
  'MERGE_NOT_POSSIBLE',
  'SUBSCRIPTION_NOT_FOUND',
  'RENEWAL_NOT_FOUND',
  'REQUEST_NOT_FOUND',
  'REQUEST_EXPORTED',
  'NOTE_NOT_FOUND',
  'TAG_NOT_FOUND',
  'TAG_NAME_TAKEN',
  'CONTACT_NOT_FOUND',
  'CONTACT_ADDRESS_INVALID',
  'CONTACT_ADDRESS_MISSING',
  'REQUEST_CANNOT_MOVE',
  'REASON_MISSING',
  'SUGGESTION_NOT_FOUND',
  'TEMPLATE_NOT_FOUND',
  'PLACEHOLDER_UNKNOWN',
  'PLACEHOLDER_EMPTY',
  'CELL_NOT_FOUND',
  'PICTURE_INVALID',
  // Invitation
  'LOGO_INVALID',
  'LINK_INVALID',
  'LINK_MISSING',
  'LINK_NOT_FOUND',
  'LINK_SPENT',
  'LINK_IN_TEXT',
  'RECIPIENT_INVALID',
  'RECIPIENT_MISSING',
  'HEADER_INVALID',
  'MAILTO_TOO_LONG',
  // The user's own ways of working
  'SAVED_VIEW_NOT_FOUND',
  'FILE_NOT_A_VIEW',
  'NOTHING_TO_UNDO',
  'UNDO_STALE',
  'JOB_NOT_FOUND',
  // Exports
  'EXPORT_CHANGED',
  'EXPORT_TOO_LONG',
  'EXPORT_EMPTY',
  // Store
  'DATA_IN_USE',
  'DATA_TOO_NEW',
  'DATA_DAMAGED',
  'DATA_NOT_WRITABLE',
  'BACKUP_NOT_FOUND',
  'FILE_NOT_A_BACKUP',
] as const

/** One of the codes of {@link errorCodes}. */
export type ErrorCode = (typeof errorCodes)[number]
