package dev.jobport.adapters.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.jobport.adapters.identity.OperatorFile;
import dev.jobport.adapters.identity.Tls;
import dev.jobport.application.driving.Transport;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import nl.altindag.ssl.pem.util.PemUtils;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A certificate and its key, and the protocols that a server with them speaks. Nothing of it is loaded without TLS. */
final class TlsIdentity {

    private static final Logger log = LoggerFactory.getLogger(TlsIdentity.class);

    /** How keys of a kind sign, where that has another name than the kind. */
    private static final Map<String, String> SIGNATURES = Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA");

    private static final char[] NO_PASSWORD = {};

    /** What one client may ask at once over HTTP/2; each holds the server to a body of the largest size. */
    private static final int MAX_CONCURRENT_STREAMS = 32;

    private final List<X509Certificate> certificates;
    private final PrivateKey key;

    private TlsIdentity(List<X509Certificate> certificates, PrivateKey key) {
        this.certificates = certificates;
        this.key = key;
    }

    /** @throws Transport.CannotListen if the files cannot be read, hold something else, or do not belong together */
    static TlsIdentity read(Tls files) {
        List<X509Certificate> certificates =
                read(files.certificate(), "certificate in PEM", PemUtils::parseCertificate);
        if (certificates.isEmpty()) {
            throw unusable(files.certificate(), "certificate in PEM", null);
        }
        PrivateKey key = read(files.key(), "private key in PEM, without a password", PemUtils::parsePrivateKey);
        warnIfOpen(files.key());
        if (!fits(key, certificates.get(0))) {
            throw new Transport.CannotListen(
                    "The TLS key " + files.key() + " is not that of the certificate " + files.certificate()
                            + ", whose first certificate must be the server's own.",
                    null);
        }
        return new TlsIdentity(certificates, key);
    }

    /** Reading that may fail in many ways, the libraries' unchecked ones among them. */
    @FunctionalInterface
    private interface Reading<T> {
        T read(String content) throws Exception;
    }

    private static <T> T read(Path file, String what, Reading<T> reading) {
        String content;
        try {
            content = new String(OperatorFile.read(file), ISO_8859_1);
        } catch (IOException e) {
            throw new Transport.CannotListen("The TLS file " + file + " cannot be read.", e);
        }
        try {
            return reading.read(content);
        } catch (Exception e) {
            throw unusable(file, what, e);
        }
    }

    private static void warnIfOpen(Path key) {
        try {
            OperatorFile.exposure(key).ifPresent(log::warn);
        } catch (IOException e) {
            log.warn("Who else can read {} is not known.", key, e);
        }
    }

    private static Transport.CannotListen unusable(Path file, String what, Exception cause) {
        return new Transport.CannotListen("The TLS file " + file + " holds no " + what + ".", cause);
    }

    /** Whether the one verifies what the other signs. */
    private static boolean fits(PrivateKey key, X509Certificate certificate) {
        try {
            String kind = certificate.getPublicKey().getAlgorithm();
            Signature signature = Signature.getInstance(SIGNATURES.getOrDefault(kind, kind));
            byte[] anything = {1};
            signature.initSign(key);
            signature.update(anything);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(anything);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** TLS, in which the client may choose HTTP/2 or HTTP/1.1. */
    ConnectionFactory[] connectionFactories(HttpConfiguration http) {
        HttpConfiguration https = new HttpConfiguration(http);
        SecureRequestCustomizer customizer = new SecureRequestCustomizer();
        customizer.setSniHostCheck(false); // it is the client who checks whom it reached
        https.addCustomizer(customizer);

        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setKeyStore(keyStore());
        context.setKeyStorePassword(new String(NO_PASSWORD));

        HTTP2ServerConnectionFactory http2 = new HTTP2ServerConnectionFactory(https);
        http2.setMaxConcurrentStreams(MAX_CONCURRENT_STREAMS);
        ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
        alpn.setDefaultProtocol(HttpVersion.HTTP_1_1.asString());
        return new ConnectionFactory[] {
            new SslConnectionFactory(context, alpn.getProtocol()), alpn, http2, new HttpConnectionFactory(https)
        };
    }

    private KeyStore keyStore() {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, NO_PASSWORD);
            store.setKeyEntry("server", key, NO_PASSWORD, certificates.toArray(Certificate[]::new));
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a key store in memory cannot be made", e);
        }
    }
}
