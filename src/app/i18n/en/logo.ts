export const logo = {
  heading: 'Logo',
  hint: 'PNG or SVG; photographs (JPG, WebP) become PNG. Large pictures are made smaller.',
  add: 'Add a logo',
  choose: 'Choose a picture…',
  replace: 'Replace the logo…',
  remove: 'Remove the logo',
  actions: 'Actions for the logo',
  drop: 'Drop the picture here',
  file: 'Logo file',
  preview: 'The logo now',
  none: 'No logo yet.',
  problem: {
    type: 'That file is no picture. Use PNG or SVG.',
    unreadable: 'That picture cannot be read; the file may be damaged.',
    unsafe:
      'That SVG holds scripts or links to elsewhere, so it is not used. Save it as PNG, or remove those parts.',
    'too-large': 'That picture is too large, even when it is made smaller to fit 300 kB.',
  },
} as const;
