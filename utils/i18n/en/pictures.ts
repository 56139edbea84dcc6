/** How pictures are taken, and what they fail to show. */
export const pictures = {
  pictures: {
    title: 'Pictures of the page',
    automatic: 'Automatic',
    automaticNote:
      'A photograph without scrolling, the best way that the browser grants; where it is refused, the page is drawn from its content. Where the page doesn’t fit the window, Chromium shows its debugging bar meanwhile, and the site may notice a change of the window’s size.',
    'cdp-clips': 'Photograph by the debugger',
    'cdp-clipsNote':
      'Pixels from the screen, the page isn’t scrolled. Where it doesn’t fit the window, the debugging bar is shown meanwhile; the site may notice a change of the window’s size.',
    'capture-tab': 'Photograph of the whole tab',
    'capture-tabNote': 'Pixels from the screen, the page isn’t scrolled. The site notices nothing.',
    scrolled: 'Scroll like a reader',
    scrolledNote:
      'The page is scrolled from top to bottom and each step taken from the screen; pictures that load late are loaded too. The site may notice the scrolling and gets the requests for those pictures, as from any reader. Slower: two pictures a second at most.',
    rendered: 'Draw from the content',
    renderedNote:
      'The page is drawn anew (html2canvas), without debugging. It is a drawing, not a screenshot, and is marked as such.',
    limit: 'Time for one step, seconds',
    limitNote:
      'A step of a capture waits no longer: the reason is recorded and the other steps go on. From {{min}} to {{max}}; scrolling has six times as long.',
    panes: 'Scroll inner areas',
    panesNote: 'Chats and other lists that scroll by themselves are taken whole. The site can notice it.',
    remarks: 'What isn’t shown, or wasn’t there yet',
  },
  refetch: {
    title: 'Missing files of a page',
    allow: 'Ask the site for them again',
    note: 'Usually what is not in the browser’s memory stays on the list of what is missing. With this setting such files are asked for once more, and the site can notice it; every request is written into the capture.',
    asked: 'Asked for again',
    askedNote:
      'These files were not in the browser’s memory. The site was asked for them once more, as the settings allow.',
    obtained: 'Obtained',
    failed: 'not obtained: {{reason}}',
  },
  remark: {
    'page-loading': 'The page was still loading: it was taken as far as it had come.',
    'frames-loading': 'Frames still loading, taken as far as they had come: {{count}}.',
    'page-cut': 'The upper part of the page was photographed: {{shown}} of {{height}} px.',
    'page-grew':
      'The page grew while it was photographed, from {{from}} to {{to}} px. The pictures show {{shown}} px.',
    'scroll-time':
      'The time for scrolling was over: {{shown}} of {{height}} px were photographed. The time for a step can be raised in the settings.',
    'page-wider': 'The page is wider than the window: the left {{shown}} of {{width}} px were photographed.',
    covered:
      '{{share}} % of the picture was everywhere under what is fixed to the screen; these places are left empty.',
    layer: 'A layer over most of the window is in every picture.',
    'pictures-not-loaded': 'Pictures not loaded in time: {{count}}.',
    'frame-blank':
      'The photograph is empty where the frame {{url}} stands, though it has content. That is in the self-contained copy.',
    'panes-left': 'Not all inner areas were scrolled: {{taken}} of {{found}}.',
    'panes-in-frames': 'Areas inside frames were not scrolled.',
    'pane-cut': 'Inner area {{pane}} goes on beyond its pictures.',
    'pane-gap': 'Pictures of inner area {{pane}} could not be joined; places: {{count}}.',
  },
} as const;
