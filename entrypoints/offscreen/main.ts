import { createLocalHost } from '@/utils/platform/local-host';
import { serveOffscreen } from '@/utils/platform/serve-offscreen';
import { createStore } from '@/utils/store';

serveOffscreen(createLocalHost(createStore()));
