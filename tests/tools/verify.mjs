// npm run verify -- bundle.zip [--json] [--root ca.pem …]
// Exit code: 0 the bundle holds, 1 it doesn't, 2 it couldn't be verified (usage, no such file).
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

const NOT_COVERED = {
  'page-truth': 'that what the captured pages say is true, or who published it',
  clock: 'that the clock was right: there is no trusted timestamp, times are those of the computer',
  'clock-before': 'that the clock was right before the time of the timestamp',
  'key-owner': 'whose key it is: compare the fingerprint with the one in the protocol',
  revocation: 'that the certificates of timestamps and signatures were not revoked',
  'archive-directory': "names and times in the ZIP's own directory beyond the files' paths",
};

const USAGE = 'usage: npm run verify -- bundle.zip [--json] [--root ca.pem]';

async function main() {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean' }, root: { type: 'string', multiple: true } },
    allowPositionals: true,
  });
  const [path, ...rest] = positionals;
  if (!path || rest.length > 0) throw new Error(USAGE);
  const { module } = await runnerImport(`${ROOT}/tests/tools/verify-file.ts`, {
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
  });
  const roots = (values.root ?? []).map(module.readRootFile);
  const onProgress = values.json ? undefined : showProgress();
  const report = await module.verifyFile(path, { onProgress, roots });
  console.log(values.json ? JSON.stringify(report, null, 2) : describe(path, report));
  return report.ok ? 0 : 1;
}

function showProgress() {
  if (!process.stderr.isTTY) return undefined;
  let shown = -1;
  return ({ doneBytes, totalBytes }) => {
    const percent = Math.floor((doneBytes / Math.max(1, totalBytes)) * 100);
    if (percent === shown) return;
    shown = percent;
    process.stderr.write(percent === 100 ? '\r\x1b[K' : `\rreading ${percent} %`);
  };
}

function describe(path, { ok, steps, findings, notCovered, attestations, summary }) {
  const marks = {
    passed: 'ok     ',
    failed: 'FAILED ',
    skipped: 'skipped',
    absent: 'none   ',
    unproven: '?      ',
  };
  const facts = summary
    ? [
        `case            ${visible(summary.registerNumber || summary.caseId || 'unreadable')}`,
        `sealed at       ${visible(summary.sealedAt ?? 'unreadable')}`,
        `extent          ${describeScope(summary.scope)}`,
        `captures        ${summary.captures}, files ${summary.files}, bytes ${summary.bytes}`,
        `journal events  ${summary.journalEvents ?? 'unreadable'}`,
        `tag manifest    ${summary.tagManifestSha256 ?? 'missing'}`,
        `key             ${summary.keySha256 ?? 'unreadable'}`,
      ]
    : [];
  return [
    `${ok ? 'The bundle holds' : 'THE BUNDLE DOES NOT HOLD'}: ${path}`,
    '',
    ...facts,
    '',
    ...steps.map(({ name, outcome }) => `  ${marks[outcome]}  ${name}`),
    ...attestations.flatMap(describeAttestation),
    ...findings.flatMap(describeFinding),
    '',
    'This does not prove',
    ...notCovered.map((code) => `  - ${NOT_COVERED[code]}`),
  ].join('\n');
}

function describeScope(scope) {
  if (!scope) return 'unreadable';
  const { partial, of, numbers } = scope;
  return partial ? `PARTIAL: captures ${numbers.join(', ')} of ${of}` : 'the whole case';
}

const STATES = {
  trusted: 'valid and trusted',
  untrusted: 'valid, not trusted: root unknown (give it with --root)',
  unchecked: 'not checked: algorithm',
  invalid: 'INVALID',
};

function describeAttestation({ kind, file, state, time, algorithm, signer, root }) {
  const claimed = kind === 'timestamp' ? 'time' : 'time (by the signer)';
  const facts = [
    [claimed, time],
    ['by', signer?.subject],
    ['issued by', signer?.issuer],
    ['valid', signer && `${signer.notBefore} to ${signer.notAfter}`],
    ['serial number', signer?.serialNumber],
    ['algorithm', algorithm],
    ['root', root?.subject],
  ];
  return [
    '',
    `  ${kind} ${file}: ${STATES[state]}`,
    ...facts.flatMap(([name, value]) => (value ? [`    ${name}: ${visible(value)}`] : [])),
  ];
}

function describeFinding({ code, file, against, expected, found }) {
  return [
    '',
    `  ${code}: ${visible(file || 'the archive')}`,
    `    expected ${visible(expected)}${against ? ` (by ${against})` : ''}`,
    `    found    ${visible(found)}`,
  ];
}

// What stands in a hostile bundle must not steer the terminal.
function visible(text) {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, (character) => `\\u{${character.codePointAt(0).toString(16)}}`);
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
