/** Kept states of a procedure: saving, looking at and restoring them. */
export const versions = {
  title: 'Versions',
  text: 'A version keeps the SOP as it is now. It does not change, however the SOP is edited afterwards.',
  name: 'Name of the version',
  placeholder: 'For example: After the meeting of 24 November',
  save: 'Save version',
  saved: 'Version “{{name}}” saved.',
  unnamed: 'Version without a name',
  by: '{{date}} by {{name}}',
  none: 'No versions yet.',
  view: 'View',
  viewNamed: 'View {{name}}',
  back: 'Back to the versions',
  waiting: 'Wait until all changes are saved.',
  restore: 'Restore this version',
  restoreTitle: 'Restore this version?',
  restoreText:
    'The SOP takes the content of version “{{name}}” for everybody who has it open. What is there now is kept as a version of its own first, and the restoring can be undone.',
  restoreConfirm: 'Restore',
  before: 'Before restoring “{{name}}”',
  restored: 'Version “{{name}}” restored.',
} as const;
