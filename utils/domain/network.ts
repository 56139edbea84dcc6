/** A fact that may be out of reach: then `value` is null and `reason` says why. */
export type Obtained<T> =
  | { readonly value: T; readonly reason?: undefined }
  | { readonly value: null; readonly reason: string };

export interface RedirectRecord {
  readonly url: string;
  readonly status: number;
  readonly location: string;
}

/** One certificate of a chain (RFC 5280), as the browser read it. Times are UTC, ISO 8601; hashes lower-case hex. */
export interface CertificateRecord {
  readonly subject: string;
  readonly issuer: string;
  readonly serialNumber: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly sha256: string;
}

/** The encrypted connection over which a document came. `certificates`: the server's first, then its issuers. */
export interface TlsFacts {
  /** The browser's verdict: `secure`, `weak`, `broken` (a certificate that it did not trust). */
  readonly state: string;
  /** Null where the browser names none. */
  readonly version: string | null;
  readonly cipher: string | null;
  readonly certificates: readonly CertificateRecord[];
}

/** What the network said when a document was loaded. */
export interface NetworkFacts {
  readonly requestedUrl: string;
  readonly redirects: readonly RedirectRecord[];
  readonly status: number;
  readonly statusLine: string;
  /** By the ALPN registry: `http/1.1`, `h2`, `h3`. */
  readonly protocol: Obtained<string>;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly serverAddress: Obtained<string>;
  /** Whether the connection went through a proxy, where the browser says so. */
  readonly proxied: Obtained<boolean>;
  readonly tls: Obtained<TlsFacts>;
  readonly fromCache: boolean;
  /** Our clock when the response's headers arrived. */
  readonly respondedAt: string;
  /** Our clock minus the `Date` header, in ms (the header has a resolution of 1 s). */
  readonly clockDifferenceMs: Obtained<number>;
}
