import { describeFamily } from '../describe-family';

// rend-spec-v3 addresses; version 2 is gone.
describeFamily('onion', ['onion'], {
  hits: [
    [
      'http://pg6mmjiyjmcrsslvykfwnntlaru7p5svn6y2ymmju6nubxndf4pscryd.onion/x',
      'onion pg6mmjiyjmcrsslvykfwnntlaru7p5svn6y2ymmju6nubxndf4pscryd.onion',
    ],
    [
      'sp3k262uwy4r2k3ycr5awluarykdpag6a7y33jxop4cs2lu5uz5sseqd.onion',
      'onion sp3k262uwy4r2k3ycr5awluarykdpag6a7y33jxop4cs2lu5uz5sseqd.onion',
    ],
    [
      'www.XA4R2IADXM55FBNQGWWI5MYMQDCOFIU3W6RPBTQN7B2DYN7MGWJ64JYD.onion',
      'onion xa4r2iadxm55fbnqgwwi5mymqdcofiu3w6rpbtqn7b2dyn7mgwj64jyd.onion',
    ],
  ],
  suspects: [
    [
      'pg6mmjiyjmcrsslvykfwnntlaru7p5svn6y2ymmju6nubxndf4pscrye.onion',
      'onion pg6mmjiyjmcrsslvykfwnntlaru7p5svn6y2ymmju6nubxndf4pscrye.onion',
    ],
  ],
  misses: ['expyuzz4wqqyqhjn.onion', 'shop.onion', 'an onion'],
});
