import { describeFamily } from '../describe-family';

// A label, a link or a server that has no mail; else it is mail.
describeFamily('xmpp', ['xmpp', 'email'], {
  hits: [
    ['жаба: a.shop@example.org', 'xmpp a.shop@example.org'],
    ['jabber trader@jabber.ru/home', 'xmpp trader@jabber.ru'],
    ['xmpp:trader@example.org?message', 'xmpp trader@example.org'],
    ['trader@exploit.im', 'xmpp trader@exploit.im'],
    [
      'XMPP: trader@pg6mmjiyjmcrsslvykfwnntlaru7p5svn6y2ymmju6nubxndf4pscryd.onion',
      'xmpp trader@pg6mmjiyjmcrsslvykfwnntlaru7p5svn6y2ymmju6nubxndf4pscryd.onion',
    ],
    ['почта a@example.org', 'email a@example.org'],
    ['жаба есть, пишите: почта a@example.org', 'email a@example.org'],
  ],
  misses: ['xmpp: later', 'jabber@', 'a jabber client at example.org'],
});
