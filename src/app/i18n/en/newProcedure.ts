/** What is asked before a new SOP is drawn, and the templates to begin with. */
export const newProcedure = {
  title: 'New SOP',
  name: 'Title of the SOP',
  placeholder: 'For example: Handling Information Requests',
  unit: 'Names of the office and its unit',
  unitHint: 'One name a line, as in the letterhead. Remembered for the next SOP.',
  unitPlaceholder: 'KPU Kabupaten …\nSekretariat',
  actors: 'Actors',
  actorsHint: 'From left to right. Press Enter after each name.',
  actorsPlaceholder: 'For example: Sekretaris',
  templateActors: 'As in the template; rename them on the canvas.',
  submit: 'Create',
  actor: 'Actor',
  start: 'Start',
  end: 'End',
  ways: {
    title: 'Begin with',
    empty: 'Nothing',
    emptyText: 'Draw it from scratch',
    template: 'A template',
    templateText: 'Choose from the gallery',
    file: 'A file',
    fileText: 'Import from this computer',
  },
  need: {
    title: 'Does this activity need an SOP?',
    yes: 'Yes',
    no: 'No',
    routine: {
      text: 'Is it done routinely or repeatedly?',
      advice:
        'What is done once usually needs no more than an assignment letter or a work plan. You can still make the SOP.',
    },
    output: {
      text: 'Does it lead to a definite output?',
      advice:
        'Settle the result first: the last step is written from there. You can still make the SOP.',
    },
    parties: {
      text: 'Does it involve at least two parties?',
      advice:
        'Work of one party usually needs no more than a work instruction. If you make it, it will be a technical SOP.',
    },
    warranted: 'This activity deserves an SOP.',
  },
  gallery: {
    title: 'Template gallery',
    back: 'Back to the new SOP',
    search: 'Search templates',
    topics: 'Topics',
    all: 'All',
    size: '{{steps}} steps, {{actors}} actors',
    shown_one: '{{count}} template',
    shown_other: '{{count}} templates',
    none: 'No template fits',
    noneText: 'Try other words, or begin with an empty SOP.',
    clear: 'Show all',
  },
  topic: {
    service: 'Public service',
    office: 'Office work',
    finance: 'Finance and procurement',
    logistics: 'Logistics',
    voters: 'Voter data',
    elections: 'Stages and meetings',
    example: 'Complete examples',
  },
} as const;
