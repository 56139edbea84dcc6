import browser, { type WebRequest } from 'webextension-polyfill';
import type { CertificateRecord, TlsFacts } from '@/utils/domain/network';

type Certificate = WebRequest.CertificateInfo;

/**
 * Hands on the TLS facts of each document that comes over https. Firefox tells them only while it holds the
 * answer's headers back for us (permission `webRequestBlocking`): for some milliseconds, and nothing is changed.
 */
export function listenForTls(
  filter: WebRequest.RequestFilter,
  onTls: (request: WebRequest.OnHeadersReceivedDetailsType, tls: TlsFacts) => void,
): void {
  browser.webRequest.onHeadersReceived.addListener(
    async (details) => {
      if (!details.url.startsWith('https:')) return {};
      try {
        onTls(details, describe(await securityInfo(details.requestId)));
      } catch (thrown) {
        // The page must load all the same; the capture then says that the browser named none.
        console.info('no security info', thrown);
      }
      return {};
    },
    filter,
    ['blocking'],
  );
}

/** The whole chain; where Firefox could build none (nobody vouches for it), the server's certificate alone. */
async function securityInfo(requestId: string): Promise<WebRequest.SecurityInfo> {
  const info = await browser.webRequest.getSecurityInfo(requestId, { certificateChain: true });
  return info.certificates.length > 0 ? info : browser.webRequest.getSecurityInfo(requestId);
}

function describe(info: WebRequest.SecurityInfo): TlsFacts {
  return {
    state: info.state,
    version: info.protocolVersion ?? null,
    cipher: info.cipherSuite ?? null,
    certificates: info.certificates.map(describeCertificate),
  };
}

function describeCertificate(certificate: Certificate): CertificateRecord {
  const { subject, issuer, serialNumber, validity, fingerprint } = certificate;
  return {
    subject,
    issuer,
    serialNumber,
    validFrom: new Date(validity.start).toISOString(),
    validUntil: new Date(validity.end).toISOString(),
    sha256: fingerprint.sha256.replaceAll(':', '').toLowerCase(),
  };
}
