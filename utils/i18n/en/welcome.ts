/** The first-run page. */
export const welcome = {
  welcome: {
    link: 'First steps',
    title: 'First steps',
    lead: 'Osmotr fixes a page of an online resource so that what is found becomes evidence.',
    start: 'Three minutes to the first capture',
    stepCase: 'Create a case: a title is enough, the rest can follow later.',
    stepPage: 'Open the page of the resource in another tab and wait until it has loaded.',
    stepCapture:
      'Press the Osmotr icon in the browser’s toolbar, then “Capture this page” (or {{keys}}). Leave the tab open until “The page is captured” appears.',
    stepCaptureNoKeys:
      'Press the Osmotr icon in the browser’s toolbar, then “Capture this page”. Leave the tab open until “The page is captured” appears.',
    stepLook: 'Come back here and open the case: pictures, text, indicators, the course of the capture.',
    stepExport: 'Press “Export the case”: it makes one sealed ZIP. Verify it right here, as an expert will.',
    does: 'What the extension does',
    doesCapture:
      'With one press it keeps screenshots, a self-contained copy of the page, addresses, wallets, phones and other identifiers, with times and hashes.',
    doesLocal: 'It keeps everything on this computer alone. It sends nothing anywhere.',
    doesSeal: 'It exports a case as one sealed ZIP that an expert can verify without this program.',
    doesHonest: 'What could not be obtained it says plainly, with the reason.',
    notice: 'What the site can and can’t notice',
    noticeNot:
      'The site learns neither of the extension nor of the capture: nothing is added to the page, and not one more request goes to the site.',
    noticeChromium:
      'The exception is pictures below the fold: the page gets an event that the window’s size changed, and the browser shows a “started debugging” bar. If that won’t do, choose “Draw from the content” in the settings.',
    noticeFirefox:
      'Pictures below the fold are taken unnoticed. Images that the browser does not hand out without asking the site stay on the list of what is missing.',
    noticeScroll:
      'If you chose scrolling or “inner areas” yourself, the site sees scrolling, as of any reader.',
    noticeCounted: 'What the site could have noticed is counted and written into every capture.',
    private: 'Private windows',
    privateChromium:
      'To work in incognito mode, open “Extensions” → Osmotr → “Details” and allow it there. Captures are kept with all others and don’t vanish with the window.',
    privateFirefox:
      'To work in private windows, open “Add-ons” → Osmotr and switch on “Run in Private Windows”. Captures are kept with all others. If Firefox is set to never remember history (Tor Browser works so too), there is no place to keep captures: the extension will say so.',
    permissions: 'Permissions and why each is asked',
    permission: {
      sites: 'Access to all sites',
      sitesWhy: 'Any resource can be captured. Without your press no page’s content is read.',
      tabs: 'Tabs and the page’s content',
      tabsWhy:
        'To know the tab’s address, to see that its page is still the same, and to read the page that is captured.',
      network: 'How pages were loaded',
      networkWhy:
        'To record redirects, headers, the server’s address and, where the browser tells them, certificates. Kept of what is open now, and of nothing else.',
      pictures: 'Pictures and archive of the page',
      picturesWhy:
        'To get pictures of the whole page and its files out of the browser’s memory, without asking the site.',
      storage: 'Storage without a limit',
      storageWhy: 'To keep captures on this computer; pictures take much room.',
      downloads: 'Downloads',
      downloadsWhy: 'To save the bundle and single files in the downloads folder.',
      menu: 'Context menu',
      menuWhy: 'The entry “Capture this page” under the right mouse button.',
      headers: 'Changing its own requests',
      headersWhy:
        'To take out of a timestamp request what would give this browser away. Other requests are not touched.',
    },
  },
} as const;
