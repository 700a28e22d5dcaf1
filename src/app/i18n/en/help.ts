/** The keys of the application, and the tour of the editor. */
export const help = {
  title: 'Help: keys',
  search: 'Search a command or a key',
  print: 'Print the list',
  none: 'No key fits',
  noneText: 'Try other words, such as “delete” or “Enter”.',
  note: 'On a Mac, Cmd does what Ctrl does. A letter typed over a selected symbol writes its text. While presenting, press ? for the keys there.',
  tour: {
    name: 'Tour: drawing an SOP',
    hintName: 'First hint',
    hint: 'Select the symbol <b>Start</b>, press <key>Enter</key> or the + button, and type the first activity.',
    start: 'Show me how (2 minutes)',
    hide: 'Hide the hint',
    again: 'Tour, 2 minutes',
    place: 'Step {{step}} of {{count}}',
    skip: 'Skip this step',
    end: 'End the tour',
    done: 'Done',
    select: {
      title: 'Select a symbol',
      text: 'Click a symbol on the canvas, or go there with <key>Tab</key>.',
    },
    write: {
      title: 'Add a step',
      text: 'Press <key>Enter</key>, or the + below the symbol: the next step appears with its arrow. Type what is done, then press <key>Enter</key>.',
    },
    decide: {
      title: 'Make it a decision',
      text: 'With the symbol selected press <key>D</key>, or choose the diamond beside it. <key>Ctrl</key> <key>↓</key> adds its second branch.',
    },
    actor: {
      title: 'Add an actor',
      text: 'Press <key>|</key>, or the + at the end of the column heads, and type the name.',
    },
    table: {
      title: 'Look at the table',
      text: 'Open <b>Table</b> above. The same chart is laid out there in the KPU format.',
    },
    finish: {
      title: 'Ready to take home',
      text: '<b>Download</b> gives PDF, Word and Excel; <b>Share</b> lets colleagues draw along. Press <key>F1</key> at any time for every key.',
    },
  },
} as const;
