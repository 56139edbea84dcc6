import { PROPER_NAMES } from '../proper-names';

/** What every page and the background need: errors, steps, types, journal. */
export const core = {
  app: { name: 'Osmotr', subtitle: 'inspection of an internet resource' },
  menu: { capture: 'Capture this page' },
  badge: {
    working: 'Osmotr: capturing the page',
    done: 'Osmotr: page captured',
    watched: 'Osmotr: the page matches the watch-list',
    failed: 'Osmotr: page not captured. Open the extension to see why',
  },
  error: {
    'page-not-capturable':
      'The browser keeps extensions out of this page (a page of the browser itself, an extension store and the like). What was saved before is untouched. Open a page of the internet resource and try again.',
    'no-page':
      'The tab holds no loaded page. Nothing is lost. Open a page, wait until it has loaded, and try again.',
    'permission-refused':
      'The browser did not give the extension access to the page. Nothing is lost. Allow the extension on all sites in the browser’s settings and try again.',
    'tab-closed':
      'The tab was closed before the capture ended; this capture was not saved. Earlier captures are intact. Open the page again and retry.',
    'tab-discarded':
      'The browser has unloaded the tab from memory. Nothing is lost. Switch to it, wait until it has loaded, and try again.',
    'page-navigated':
      'The tab went to another page during the capture; this capture was not saved. Earlier captures are intact. Go back to the page you need and retry.',
    'nothing-captured':
      'Nothing could be obtained from the page; the capture was not saved. Earlier captures are intact. Reload the page and retry; the reasons of each step are in the journal.',
    'capture-interrupted':
      'The capture was interrupted: the browser stopped the extension or was closed. This capture was not saved, earlier ones are intact. Open the page and retry.',
    'time-limit':
      'The browser did not finish in the time allowed. Earlier captures are intact. Wait until the page has fully loaded and retry.',
    'quota-exceeded':
      'The disk is full; the new data were not saved. Earlier captures are intact. Free some space, or export cases to an external medium, and retry.',
    'storage-unavailable':
      'The browser does not let the extension store data: this happens in a private window or in permanent private mode. Nothing was written. Open an ordinary browser window.',
    'case-not-found':
      'The case was not found; it may no longer be available. Nothing is lost. Choose a case from the list and retry.',
    'case-empty':
      'The case has no captures; there is nothing to export. Nothing is lost. Capture at least one page and retry.',
    'inbox-not-exportable':
      'The inbox is not exported: a bundle is made of a case. Nothing is lost. Move the captures to a case and export that.',
    'invalid-case':
      'The case details are not valid; the changes were not saved. Check the fields: the title is required, and no value may be too long.',
    'invalid-indicator': 'The indicator was not added: give its value and a reason. Nothing was lost.',
    'invalid-annotation':
      'It was not saved: the field is blank or too long, or the mark reaches beyond the picture. Nothing was lost. Correct it and try again.',
    'invalid-watch':
      'The pattern is too short: it needs at least three characters besides “*”. Nothing was lost.',
    'artifact-damaged':
      'A stored file is damaged: it does not match its hash and can’t go into a bundle. Other data are untouched. Do not delete the case; tell your technical specialist and have the disk checked.',
    'journal-damaged':
      'The chain of the case’s journal is broken; no bundle was made. The data are untouched. Do not delete the case; tell your technical specialist.',
    'download-failed':
      'The browser did not save the bundle’s file. The case’s data are intact. Check the downloads folder and the free space, and export again.',
    'export-running': 'This case is already being exported. Nothing is lost. Wait until it has ended.',
    'export-cancelled': 'No bundle was made. The case’s data are intact. The export can be started again.',
    'selection-gone':
      'One of the chosen captures is no longer in this case: it was moved. No bundle was made, the data are intact. Choose the captures again.',
    'no-room':
      'There is no room on the disk for the bundle’s file: it was not made, and what was half written is gone. The case’s data are intact. Free some space and export again.',
    'passphrase-refused':
      'The passphrase won’t do: it is too simple, or holds characters beyond Latin letters, digits and keyboard signs. No bundle was made. Choose another.',
    'case-too-big':
      'The case has too much data for one bundle, and none was made. The case’s data are intact. Move some captures to another case and export both.',
    'export-interrupted':
      'The export was interrupted: the browser stopped the extension or was closed. The case’s data are intact. Start the export again.',
    'invalid-deletion': 'The capture was not deleted: say why and who deletes it. Nothing is lost.',
    'capture-gone':
      'This capture is gone: it was deleted and the time to undo is over. Its number, hashes and the reason stay in the case’s journal.',
    'case-archived':
      'The case is archived and can’t be changed. Nothing is lost. Take it out of the archive and try again.',
    busy: 'A capture, an export or the taking in of a bundle is under way. Nothing was deleted. Wait for its end and try again.',
    'backup-unreadable':
      'This is no backup of Osmotr, or a newer version made it. Nothing was written. Choose another file or update the extension.',
    'backup-damaged':
      'The backup is damaged: a file in it differs from its hash or is missing. Nothing was written. Take another copy.',
    'backup-cancelled': 'Cancelled. The data in the extension are as they were.',
    'restore-not-empty':
      'There are cases or captures already, so the restore was not begun: numbers and journals must not be mixed. Nothing was changed. Back up what is there, wipe, and try again.',
    'restore-running':
      'A restore is under way; nothing can be changed before its end. Nothing is lost. Wait and try again.',
    'case-imported':
      'This case was taken in from a bundle and can only be read. Nothing was changed. Make new captures and marks in a case of your own, and pass on the bundle itself: the seal is on it.',
    'import-refused':
      'The bundle did not pass verification and was not taken in. The casebook is unchanged. Get the bundle anew from whoever sealed it.',
    'import-unreadable':
      'The seal holds, but the content is not of the form that this program writes. The bundle was not taken in, the casebook is unchanged. See whether there is a newer version of the program.',
    'import-own-case':
      'This case is kept in this very casebook: there is nothing to take in. The casebook is unchanged.',
    'import-conflict':
      'The casebook has the same capture or the same journal with other content. The bundle was not taken in, the casebook is unchanged. Compare both bundles: one of them is not genuine.',
    'import-known': 'Everything in this bundle has been taken in before. The casebook is unchanged.',
    'import-file-lost':
      'The file of the bundle can no longer be read. The casebook is unchanged. Choose the file again.',
    'import-cancelled': 'Taking in was cancelled. The casebook is unchanged.',
    'import-interrupted':
      'The browser was closed while the bundle was taken in. Nothing was left half-done. Take the bundle in again.',
    'timestamp-address':
      'This is no address of a time authority: a full one is needed, beginning with http:// or https://. Nothing is lost. Correct it in the settings.',
    'timestamp-permission':
      'The browser did not let the extension reach the time authority, so nothing was sent there. Nothing is lost. Save the address in the settings again and agree to the browser’s question.',
    'timestamp-unreachable':
      'The time authority did not answer. Nothing is lost. Check address and network; a timestamp can be added to the finished bundle later.',
    'timestamp-slow':
      'The time authority did not answer in time. Nothing is lost. A timestamp can be added to the finished bundle later.',
    'timestamp-redirect':
      'The time authority points to another address, which the extension did not call. Nothing is lost. Find out the authority’s own address.',
    'timestamp-status':
      'The time authority answered with an error. Nothing is lost. Check the address; a timestamp can be added to the finished bundle later.',
    'timestamp-refused':
      'The time authority’s answer did not pass the check and was not accepted. Nothing is lost. The reason stands below; tell the authority.',
    'timestamp-untrusted':
      'The timestamp is not trusted: root unknown, so it was not accepted. Nothing is lost. Load the authority’s root certificate in the settings and ask again.',
    'not-a-root':
      'There is no root certificate in the file (PEM or DER, issued by a certificate authority to itself). Nothing was changed. Get the file of the root certificate from that authority and add it.',
    unexpected:
      'Something went wrong inside the extension. What was saved before has not changed. Copy the report (it holds no case data) and pass it to the developers.',
  },
  room: { needed: 'Needed: {{size}}', free: 'Free: {{size}}' },
  step: {
    viewport: 'Picture of the visible part',
    dom: 'Content of the page',
    mhtml: 'MHTML archive',
    assemble: 'Self-contained copy',
    'page-images': 'Pictures of the whole page',
    panes: 'Inner areas',
    refetch: 'Asking the site again',
    crops: 'Pixels in place of missing pictures',
    qr: 'QR codes',
    indicators: 'Search for indicators',
    save: 'Saving',
  },
  reason: {
    'page-fits-window': 'the whole page fits into the window',
    'not-in-this-browser': 'this browser has no such means',
    'no-panes': 'the page has no areas that scroll by themselves',
    'time-limit': 'the browser did not finish in the time allowed',
    'tab-closed': 'the tab was closed',
    'permission-refused': 'the browser refused access',
    'page-navigated': 'the tab went to another page',
  },
  outcome: { done: 'done', failed: 'failed', skipped: 'not needed' },
  indicator: {
    ...PROPER_NAMES,
    'telegram-bot': 'Telegram bot',
    'telegram-channel-or-user': 'Telegram channel or user',
    'telegram-invite': 'Telegram invite',
    'telegram-id': 'Telegram ID',
    'telegram-folder': 'Telegram chat folder',
    'whatsapp-group': 'WhatsApp group',
    'discord-invite': 'Discord invite',
    'signal-group': 'Signal group',
    email: 'E-mail address',
    phone: 'Phone number',
    domain: 'Domain',
    card: 'Bank card',
    'uz-account': 'Bank account (Uzbekistan)',
    iin: 'IIN (Kazakhstan)',
    'kz-bin': 'BIN (Kazakhstan)',
    geo: 'Coordinates',
    'pgp-key': 'PGP key',
    'pgp-fingerprint': 'PGP key fingerprint',
  },
  confidence: { certain: 'certain', likely: 'likely', weak: 'doubtful' },
  trigger: { popup: 'extension button', shortcut: 'keyboard shortcut', 'context-menu': 'context menu' },
  journal: {
    'case-created': 'Case created',
    'case-updated': 'Case details changed',
    'procedure-updated': 'Legal basis or participants changed',
    'capture-started': 'Capture started',
    'capture-saved': 'Capture saved',
    'capture-failed': 'Capture failed',
    'capture-interrupted': 'Capture interrupted',
    'capture-moved-in': 'Capture taken over from another case',
    'capture-moved-out': 'Capture handed to another case',
    'capture-tagged': 'Tags of a capture changed',
    'note-added': 'Note added',
    'region-marked': 'Region marked on a picture',
    'region-removed': 'Mark taken off a picture',
    'indicator-added': 'Indicator added by hand',
    'indicator-marked': 'Indicator marked as irrelevant',
    'indicator-unmarked': 'Mark taken off an indicator',
    'case-archived': 'Case archived',
    'case-unarchived': 'Case taken out of the archive',
    'capture-deleted': 'Capture deleted',
    'capture-restored': 'Deletion of a capture undone',
    'backup-created': 'Backup made',
    'backup-restored': 'Data restored from a backup',
    'store-wiped': 'All data wiped',
    'sealing-key-created': 'Sealing key created',
    'case-imported': 'Case taken in from a bundle',
    'export-started': 'Export started',
    'export-finished': 'Export finished',
    'export-failed': 'Export failed',
  },
  unit: { byte: 'B', kilobyte: 'KB', megabyte: 'MB', gigabyte: 'GB', second: 's', millisecond: 'ms' },
} as const;
