import { describeFamily } from '../describe-family';

// User ids and matrix.to links.
describeFamily('matrix', ['matrix'], {
  hits: [
    ['@trader:matrix.org', 'matrix @trader:matrix.org'],
    ['https://matrix.to/#/@trader:example.org?via=x', 'matrix @trader:example.org'],
  ],
  misses: ['@scope:registry=https://example.com', '@a:b', '#room:matrix.org'],
});
